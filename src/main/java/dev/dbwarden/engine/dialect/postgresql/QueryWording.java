package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.ExpressionRules;
import dev.dbwarden.engine.sql.Expressions;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import dev.dbwarden.engine.sql.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.StringJoiner;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The one spelling of a query: as its author wrote it and as {@code pg_get_viewdef} prints it. A column among several tables has its table's
 * name before it, and {@code *} is what it stands for, as far as these are known.
 */
final class QueryWording {
    /** Where the server has them anyway: behind what ascends. */
    private static final Pattern PLACE_OF_NULLS = Pattern.compile("^(?:( desc) nulls first|() nulls last)$");

    private final TokenStream in;
    private final List<QueryBlock> outer;
    private KnownColumns known;
    /** The answer's columns. */
    private List<OutputColumn> outputs = List.of();
    /** What they are, found when somebody asks. */
    private List<Supplier<List<TypeName>>> types = List.of();
    private boolean united;
    /** Whether it stands in brackets behind others, whose columns have the names of theirs. */
    private boolean covered;
    /** Whether it is in another one, whose names the server gives to nothing in it. */
    private boolean nested;
    /** Whether somebody refers to its columns by their places. */
    private boolean inOrder;

    QueryWording(TokenStream in, KnownColumns known) {
        this(in, known, List.of());
    }

    /** A query in others, of which the nearest comes first. */
    QueryWording(TokenStream in, KnownColumns known, List<QueryBlock> outer) {
        this.in = in;
        this.known = known;
        this.outer = outer;
    }

    /** A query in brackets. */
    static QueryWording nested(TokenStream in, KnownColumns known, List<QueryBlock> outer) {
        var wording = new QueryWording(in, known, outer);
        wording.nested = true;
        return wording;
    }

    /** A query up to a closing bracket, a semicolon or the end. */
    static String of(TokenStream in) {
        return new QueryWording(in, KnownColumns.NONE).query();
    }

    /** What the columns of a query are called; none where they are not all known. */
    static List<String> columns(TokenStream in, KnownColumns known) {
        var wording = new QueryWording(in, known);
        wording.query();
        return wording.columns();
    }

    /** How many columns it answers with; 0 where that is not known. */
    int width() {
        return outputs.stream().anyMatch(column -> column.expression().strip().endsWith("*")) ? 0 : outputs.size();
    }

    /** Its columns with their types, as far as these are known; none where the columns are not. */
    SequencedMap<String, List<TypeName>> typed() {
        List<String> names = columns();
        var typed = new LinkedHashMap<String, List<TypeName>>();
        for (int i = 0; i < names.size(); i++) {
            typed.put(names.get(i), united || covered || i >= types.size() ? List.of() : types.get(i).get());
        }
        return typed;
    }

    List<String> columns() {
        List<String> names = outputs.stream().map(OutputColumn::name).toList();
        return names.contains("") ? List.of() : names;
    }

    String query() {
        var text = new StringJoiner(" ");
        if (in.accept("WITH")) {
            text.add(in.accept("RECURSIVE") ? "with recursive" : "with");
            do {
                text.add(named());
            } while (in.accept(","));
        }
        inOrder = inOrder || isUnited();
        text.add(operand());
        while (in.atAny("UNION", "INTERSECT", "EXCEPT")) {
            united = true;
            text.add(Wording.word(in.next()));
            if (in.accept("ALL")) {
                text.add("all");
            } else {
                in.accept("DISTINCT");
            }
            text.add(operand());
        }
        if (in.accept("ORDER", "BY")) {
            text.add("order by " + items(QueryText.segment(in), QueryBlock.NONE, true));
        }
        RowsWording.add(in, this, text);
        if (QueryText.isCheckOption(in)) {
            in.next();
            text.add(in.accept("LOCAL") ? "with local" : "with");
            in.accept("CASCADED");
            in.expect("CHECK", "OPTION");
            text.add("check option");
        }
        return text.toString();
    }

    /** A query WITH; what stands behind it knows its columns, and so does it itself where they are written. */
    private String named() {
        String name = Wording.word(in.next());
        var text = new StringJoiner(" ").add(name);
        List<String> columns = List.of();
        if (in.at("(")) {
            columns = QueryText.names(in.parenthesized());
            text.add("(" + String.join(", ", columns) + ")");
        }
        in.expect("AS");
        while (in.atAny("NOT", "MATERIALIZED")) {
            text.add(Wording.word(in.next()));
        }
        String query = in.parenthesized();
        known = known.with(name, columns.isEmpty() ? selected(query) : columns);
        var inner = nested(TokenStream.of(query, Postgresql.LEXICON), known, outer);
        inner.inOrder = !columns.isEmpty();
        text.add("(" + inner.query() + ")");
        known = columns.isEmpty() ? known.with(name, inner.typed()) : known.with(name, columns);
        return text.toString();
    }

    /** Whether this query is joined with another one. */
    private boolean isUnited() {
        int mark = in.mark();
        in.skipUntil("UNION", "INTERSECT", "EXCEPT", ";");
        boolean others = in.atAny("UNION", "INTERSECT", "EXCEPT");
        in.reset(mark);
        return others;
    }

    /** What a recursive query calls its columns, which its second part may name. */
    private static List<String> selected(String query) {
        TokenStream in = TokenStream.of(query, Postgresql.LEXICON);
        List<String> names = !in.accept("SELECT") ? List.of() : TokenStream.of(QueryText.segment(in), Postgresql.LEXICON).list().stream().map(column -> OutputColumn.of(column).name()).toList();
        return names.contains("") ? List.of() : names;
    }

    private String operand() {
        if (in.at("(")) {
            var inner = new QueryWording(TokenStream.of(in.parenthesized(), Postgresql.LEXICON), known, outer);
            inner.covered = united || covered;
            inner.nested = nested;
            inner.inOrder = inOrder;
            String text = inner.query();
            outputs = outputs.isEmpty() ? inner.outputs : outputs;
            return text;
        }
        if (in.accept("VALUES")) {
            return "values " + items(QueryText.segment(in), QueryBlock.NONE, false);
        }
        if (in.accept("TABLE")) {
            return all(QueryText.segment(in));
        }
        in.expect("SELECT");
        return select();
    }

    /** {@code TABLE t}, which is all of it (manual, SELECT). */
    private String all(String table) {
        var inner = new QueryWording(TokenStream.of("SELECT * FROM " + table, Postgresql.LEXICON), known, outer);
        inner.nested = nested;
        inner.united = united;
        inner.inOrder = inOrder;
        String text = inner.query();
        outputs = outputs.isEmpty() ? inner.outputs : outputs;
        types = types.isEmpty() ? inner.types : types;
        return text;
    }

    private String inner(String query, QueryBlock block) {
        return nested(TokenStream.of(query, Postgresql.LEXICON), known, Stream.concat(Stream.of(block), outer.stream()).toList()).query();
    }

    private String select() {
        var text = new StringJoiner(" ").add("select");
        in.accept("ALL");
        String distinctOn = "";
        if (in.accept("DISTINCT")) {
            text.add("distinct");
            distinctOn = in.accept("ON") ? in.parenthesized() : "";
        }
        String columns = QueryText.segment(in);
        QueryBlock block = in.accept("FROM") ? new FromWording(in, known, outer, nested ? in.tokens() : List.of()).block() : QueryBlock.NONE;
        List<OutputColumn> written = TokenStream.of(block.named(columns), Postgresql.LEXICON).list().stream().map(OutputColumn::of).map(block::row).toList();
        List<OutputColumn> answer = written.stream().flatMap(column -> block.whole(column).stream()).flatMap(column -> block.fields(column, known)).toList();
        if (outputs.isEmpty()) {
            outputs = answer;
            types = answer.stream().<Supplier<List<TypeName>>>map(column -> () -> type(column.expression(), block)).toList();
        }
        List<OutputColumn> listed = inOrder || answer.equals(written) && !known.isUnordered() ? answer : block.settled(answer);
        if (!distinctOn.isEmpty()) {
            text.add("on (" + items(distinctOn, block, false) + ")");
        }
        text.add(String.join(", ", listed.stream().map(column -> united || covered ? expression(column.expression(), block) : column.text(column(column.expression(), block))).toList()));
        if (!block.text().isEmpty()) {
            text.add("from").add(block.text());
        }
        if (in.accept("WHERE")) {
            text.add("where " + expression(QueryText.segment(in), block));
        }
        if (in.accept("GROUP", "BY")) {
            text.add("group by " + items(QueryText.segment(in), block, false));
        }
        if (in.accept("HAVING")) {
            text.add("having " + expression(QueryText.segment(in), block));
        }
        if (in.accept("WINDOW")) {
            text.add("window " + windows(block));
        }
        if (!united && in.accept("ORDER", "BY")) {
            text.add("order by " + items(QueryText.segment(in), block, true));
        }
        return text.toString();
    }

    /** Windows with a name, each read as that of a call. */
    private String windows(QueryBlock block) {
        var windows = new StringJoiner(", ");
        do {
            windows.add(Wording.word(in.next()));
            in.expect("AS");
            windows.add(expression("f() OVER (" + in.parenthesized() + ")", block));
        } while (in.accept(","));
        return windows.toString();
    }

    /**
     * What stands behind ORDER BY or GROUP BY: a column of the answer by its number or by a name that is no column's, or an expression. The server
     * prints expressions, and numbers behind UNION (ruleutils.c, get_rule_sortgroupclause).
     */
    private String meant(String item, QueryBlock block, boolean sorted) {
        String word = item.strip();
        if (word.matches("\\d{1,4}")) {
            int number = Integer.parseInt(word);
            return !united && number >= 1 && number <= outputs.size() ? outputs.get(number - 1).expression() : item;
        }
        List<Token> tokens = TokenStream.of(word, Postgresql.LEXICON).remaining();
        if (tokens.size() != 1 || !tokens.getFirst().isName() || !sorted && !block.isWithout(Wording.word(tokens.getFirst()))) {
            return item;
        }
        String name = Wording.word(tokens.getFirst());
        int place = outputs.stream().map(united ? OutputColumn::name : OutputColumn::alias).toList().indexOf(name);
        return place < 0 ? item : united ? String.valueOf(place + 1) : outputs.get(place).expression();
    }

    /** Expressions between commas; sorted ones with their direction. */
    private String items(String list, QueryBlock block, boolean sorted) {
        var items = new ArrayList<String>();
        for (String item : TokenStream.of(list, Postgresql.LEXICON).list()) {
            String bare = sorted ? item.strip().replaceFirst("(?i)\\s+ASC$", "") : item;
            String direction = sorted && bare.matches("(?is).*\\s(DESC|FIRST|LAST)\\s*") ? bare.replaceFirst("(?is)^.*?\\s(DESC(\\s+NULLS\\s+\\w+)?|NULLS\\s+\\w+)\\s*$", "$1") : "";
            String value = bare.substring(0, bare.length() - direction.length());
            items.add(expression(meant(value, block, sorted), block) + PLACE_OF_NULLS.matcher((direction.isEmpty() ? "" : " " + direction).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")).replaceFirst("$1"));
        }
        return String.join(", ", items);
    }

    /** An expression of a block: without the name of the only table, with those of several; its subqueries spelled as queries. */
    String expression(String sql, QueryBlock block) {
        return expression(sql, block, PostgresqlExpressions.rules(types(block)));
    }

    /** What an expression is; not one with a query in it, which would be read twice at each level. */
    private List<TypeName> type(String sql, QueryBlock block) {
        return TokenStream.of(sql, Postgresql.LEXICON).tokens().stream().anyMatch(token -> token.is("SELECT")) ? List.of() : types(block).of(expression(sql, block));
    }

    private OperandTypes types(QueryBlock block) {
        return block.types().with(known);
    }

    /** A column of the answer, to which the server adds a cast only where others stand behind it. */
    private String column(String sql, QueryBlock block) {
        return inOrder ? expression(sql, block) : expression(sql, block, PostgresqlExpressions.column(types(block)));
    }

    private String expression(String written, QueryBlock block, ExpressionRules rules) {
        String sql = block.named(written);
        List<Token> tokens = TokenStream.of(sql, Postgresql.LEXICON).remaining();
        var text = new StringJoiner(" ");
        var queries = new Subqueries();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("(") && i + 1 < tokens.size() && (tokens.get(i + 1).is("SELECT") || tokens.get(i + 1).is("WITH"))) {
                int close = QueryText.close(tokens, i);
                text.add(queries.place(inner(sql.substring(token.end(), tokens.get(close).start()), block)));
                i = close;
            } else if (block.isQualifier(tokens, i)) {
                i++;
            } else {
                text.add(block.spelled(tokens, i, outer));
            }
        }
        return queries.back(Expressions.canonical(text.toString(), rules));
    }
}
