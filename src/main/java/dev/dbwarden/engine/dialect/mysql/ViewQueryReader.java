package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.mysql.FromReader.Joined;
import dev.dbwarden.engine.dialect.mysql.ViewWording.ViewQuery;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.Expression;
import dev.dbwarden.engine.sql.ExpressionRules;
import dev.dbwarden.engine.sql.Identifiers;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a SELECT, those that UNION puts behind it, those that WITH puts in front and those in its FROM and its expressions. */
final class ViewQueryReader {
    private static final int MAX_DEPTH = 20;
    private static final String[] CLAUSES = FromReader.CLAUSES;

    private final String sql;
    private final List<String> names;
    private final Function<ObjectName, List<String>> columnsOf;
    /** The queries around this one, in whose tables a name may be found that is not in its own; empty for a view's query. */
    private final Optional<ViewQueryReader> around;
    private final TokenStream in;
    private final MysqlSimplification qualifying = new Qualifying();
    private final ExpressionRules rules = MysqlExpressions.with(qualifying);
    private final ExpressionRules conditions = MysqlExpressions.with(condition -> MysqlSimplification.truth(qualifying.simplify(condition)));
    private final FromReader from;
    private Joined joined = Joined.NOTHING;
    private final List<Item> items = new ArrayList<>();
    private final Map<String, String> windows = new HashMap<>();
    private final int depth;

    ViewQueryReader(String sql, List<String> names, Function<ObjectName, List<String>> columnsOf) {
        this(sql, names, columnsOf, Optional.empty(), 0);
    }

    private ViewQueryReader(String sql, List<String> names, Function<ObjectName, List<String>> columnsOf, Optional<ViewQueryReader> around, int depth) {
        this.sql = sql;
        this.names = names;
        this.columnsOf = columnsOf;
        this.around = around;
        this.depth = depth;
        this.in = TokenStream.of(sql, Mysql.LEXICON);
        this.from = new FromReader(in, columnsOf, query -> another(query, Optional.empty()));
    }

    /** A column of the query: what it is, and its name. */
    private record Item(String text, String name) {}

    /** A name of a column with its table in front, where only one table has it. */
    private final class Qualifying extends MysqlSimplification {
        @Override
        Expression name(Expression.Name name) {
            List<String> parts = name.parts().stream().map(part -> part.toLowerCase(Locale.ROOT)).toList();
            if (parts.size() > 1) {
                return new Expression.Name(parts.subList(parts.size() - 2, parts.size()));
            }
            List<String> owners = owners(parts.getLast());
            return owners.size() == 1 ? new Expression.Name(List.of(owners.getFirst(), parts.getLast())) : name;
        }
    }

    /** The tables that have such a column, of the innermost query that knows one. */
    private List<String> owners(String column) {
        List<String> owners = joined.columns().stream().filter(known -> known.name().equals(column)).map(FromReader.Column::table).toList();
        return owners.isEmpty() && around.isPresent() ? around.get().owners(column) : owners;
    }

    ViewQuery read() {
        if (depth > MAX_DEPTH) {
            throw in.unexpected("a query that is not in so many others");
        }
        if (in.at("WITH")) {
            return withNamedQueries();
        }
        return in.at("(") ? inBrackets() : select();
    }

    private ViewQuery select() {
        in.expect("SELECT");
        boolean distinct = in.accept("DISTINCT");
        List<String> texts = new ArrayList<>();
        do {
            int mark = in.mark();
            in.skipUntil(",", "FROM", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "UNION", "EXCEPT", "INTERSECT");
            texts.add(in.textSince(mark));
        } while (in.accept(","));
        int end = in.isAtEnd() ? sql.length() : in.peek().start();
        boolean overTables = in.accept("FROM");
        joined = overTables ? from.read() : Joined.NOTHING;
        findWindows();
        texts.forEach(this::item);
        List<String> columns = columns();
        var canonical = new StringBuilder(distinct ? "select distinct" : "select");
        for (int i = 0; i < items.size(); i++) {
            canonical.append(i == 0 ? " " : ", ").append(plain(items.get(i).text)).append(around.isPresent() ? "" : " as " + Identifiers.canonical(columns.get(i)));
        }
        canonical.append(overTables ? " from" : "");
        joined.parts().forEach(part -> canonical.append(' ').append(part.condition() ? "on " + condition(part.text()) : part.text()));
        return new ViewQuery(columns, names.isEmpty() ? sql : named(distinct, end), canonical + clauses());
    }

    /** Brackets count around a SELECT with clauses that would be those of the UNION without them. */
    private ViewQuery inBrackets() {
        if (!names.isEmpty()) {
            throw in.unexpected("SELECT");
        }
        String query = in.parenthesized();
        ViewQuery inner = another(query, around);
        TokenStream look = TokenStream.of(query, Mysql.LEXICON);
        boolean simple = look.at("SELECT");
        look.skipUntil("ORDER", "LIMIT", "UNION", "EXCEPT", "INTERSECT");
        String canonical = simple && look.isAtEnd() ? inner.canonical() : "(" + inner.canonical() + ")";
        return new ViewQuery(inner.columns(), sql, canonical + clauses());
    }

    private ViewQuery withNamedQueries() {
        var named = new NamedQueries(in, columnsOf, (query, columns, known) -> new ViewQueryReader(query, columns, known, Optional.empty(), depth + 1).read());
        String canonical = named.canonical();
        String front = sql.substring(0, in.peek().start());
        ViewQuery query = new ViewQueryReader(in.rest(), names, named::columnsOf, around, depth + 1).read();
        return new ViewQuery(query.columns(), front + query.sql(), canonical + query.canonical());
    }

    private List<String> columns() {
        if (!names.isEmpty() && names.size() != items.size()) {
            throw in.unexpected("as many columns as the view has names");
        }
        return names.isEmpty() ? items.stream().map(Item::name).toList() : names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    private String named(boolean distinct, int end) {
        var text = new StringBuilder(distinct ? "SELECT DISTINCT" : "SELECT");
        for (int i = 0; i < items.size(); i++) {
            text.append(i == 0 ? " " : ", ").append(items.get(i).text).append(" AS ").append(Mysql.QUOTING.name(names.get(i)));
        }
        return text.append(end < sql.length() ? " " : "").append(sql, end, sql.length()).toString();
    }

    private void item(String text) {
        List<Token> tokens = Lexer.tokens(text, Mysql.LEXICON);
        if (tokens.isEmpty()) {
            throw in.unexpected("a column");
        }
        if (tokens.getLast().is("*") && (tokens.size() == 1 || tokens.size() == 3 && tokens.get(1).is("."))) {
            star(tokens.size() == 1 ? "" : tokens.getFirst().value().toLowerCase(Locale.ROOT));
            return;
        }
        int size = tokens.size();
        Token last = tokens.getLast();
        boolean spelled = size > 2 && tokens.get(size - 2).is("AS");
        boolean implied = !spelled && size > 1 && last.isName() && !last.is("END") && !last.is("NULL") && !last.is("TRUE") && !last.is("FALSE") && endsOperand(tokens.get(size - 2));
        int end = spelled ? tokens.get(size - 3).end() : implied ? tokens.get(size - 2).end() : last.end();
        String own = text.substring(tokens.getFirst().start(), end);
        String name = spelled || implied || size == 1 || size == 3 && tokens.get(1).is(".") ? last.value() : own;
        items.add(new Item(own, name.toLowerCase(Locale.ROOT)));
    }

    /** @param table the one in front of the star, or nothing */
    private void star(String table) {
        List<String> own = from.tables().getOrDefault(table, List.of());
        if (table.isEmpty() ? from.tables().values().stream().anyMatch(List::isEmpty) : own.isEmpty()) {
            throw in.unexpected("a table whose columns are known");
        }
        List<FromReader.Column> meant = table.isEmpty() ? joined.columns() : own.stream().map(column -> new FromReader.Column(table, column)).toList();
        meant.forEach(column -> items.add(new Item(FromReader.quoted(column), column.name())));
    }

    private static boolean endsOperand(Token token) {
        return token.is(")") || token.type() == Token.Type.NUMBER || token.type() == Token.Type.STRING || token.is("END")
                || token.isName() && !List.of("IS", "NOT", "AND", "OR", "XOR", "IN", "LIKE", "DIV", "MOD", "THEN", "ELSE", "COLLATE", "BINARY", "REGEXP", "BETWEEN", "ESCAPE", "INTERVAL", "CASE", "WHEN", "OVER")
                        .contains(token.text().toUpperCase(Locale.ROOT));
    }

    private ViewQuery another(String query, Optional<ViewQueryReader> outside) {
        return new ViewQueryReader(query, List.of(), columnsOf, outside, depth + 1).read();
    }

    /** The WINDOW clause comes late in a query, and the columns speak of its windows. */
    private void findWindows() {
        int mark = in.mark();
        in.skipUntil("WINDOW", "UNION", "EXCEPT", "INTERSECT");
        if (in.accept("WINDOW")) {
            do {
                String name = in.next().value().toLowerCase(Locale.ROOT);
                in.expect("AS");
                windows.put(name, in.parenthesized());
            } while (in.accept(","));
        }
        in.reset(mark);
    }

    private String clauses() {
        var clauses = new StringBuilder();
        while (!in.isAtEnd()) {
            clauses.append(clause());
        }
        return clauses.toString();
    }

    /** The next clause, with a space in front; nothing for windows, which are written out where they are used. */
    private String clause() {
        if (in.accept("WINDOW")) {
            in.skipUntil("ORDER", "LIMIT", "UNION", "EXCEPT", "INTERSECT");
            return "";
        }
        if (in.atAny("UNION", "EXCEPT", "INTERSECT")) {
            String word = in.next().text().toLowerCase(Locale.ROOT);
            boolean all = in.accept("ALL");
            if (!all) {
                in.accept("DISTINCT");
            }
            return " " + word + (all ? " all " : " ") + another(in.rest(), around).canonical();
        }
        if (in.atAny("WHERE", "HAVING")) {
            String word = in.next().text().toLowerCase(Locale.ROOT);
            int mark = in.mark();
            in.skipUntil("GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "UNION", "EXCEPT", "INTERSECT");
            return " " + word + " " + condition(in.textSince(mark));
        }
        if (in.accept("GROUP", "BY")) {
            return " group by " + Ordering.read(in, this::canonical) + (in.accept("WITH", "ROLLUP") ? " with rollup" : "");
        }
        return in.accept("ORDER", "BY") ? " order by " + Ordering.read(in, this::canonical) : limit();
    }

    private String limit() {
        in.expect("LIMIT");
        String first = in.next().text();
        if (in.accept(",")) {
            return " limit " + in.next().text() + " offset " + first;
        }
        return " limit " + first + (in.accept("OFFSET") ? " offset " + in.next().text() : "");
    }

    private String canonical(String expression) {
        String meant = items.stream().filter(item -> item.name.equalsIgnoreCase(expression)).map(Item::text).findFirst().orElse(expression);
        return plain(meant);
    }

    private String plain(String expression) {
        return spelled(expression, rules);
    }

    private String condition(String expression) {
        return spelled(expression, conditions);
    }

    private String spelled(String expression, ExpressionRules read) {
        return new QueriesInside(expression, query -> another(query, Optional.of(this)).canonical(), new WindowSpelling(windows, this::inWindow)::canonical,
                new AggregateSpelling(this::plain)).canonical(read);
    }

    /** A name that is a column's and another's alias is the alias to MariaDB (tried on 10.11), and the column to MySQL, which knows no aliases there. */
    private String inWindow(String expression) {
        String resolved = canonical(expression);
        if (!owners(expression.toLowerCase(Locale.ROOT)).isEmpty() && !resolved.equals(plain(expression))) {
            throw in.unexpected("a window without a column's name that is also an alias");
        }
        return resolved;
    }
}
