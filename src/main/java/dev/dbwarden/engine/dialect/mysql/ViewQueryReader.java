package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.mysql.FromReader.Joined;
import dev.dbwarden.engine.dialect.mysql.SelectList.Item;
import dev.dbwarden.engine.dialect.mysql.ViewWording.Strength;
import dev.dbwarden.engine.dialect.mysql.ViewWording.ViewQuery;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.Expression;
import dev.dbwarden.engine.sql.ExpressionRules;
import dev.dbwarden.engine.sql.Expressions;
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
    private static final String[] ORDERED = {"ORDER", "LIMIT"};

    private final String sql;
    private final List<String> names;
    private final Function<ObjectName, List<String>> columnsOf;
    /** The queries around this one, in whose tables a name may be found that is not in its own; empty for a view's query. */
    private final Optional<ViewQueryReader> around;
    private final TokenStream in;
    private final MysqlSimplification qualifying = new Qualifying();
    private final ExpressionRules rules = MysqlExpressions.with(qualifying);
    private final ExpressionRules aliases = MysqlExpressions.with(new Aliases());
    private final ExpressionRules conditions = MysqlExpressions.with(condition -> Conditions.filter(qualifying.simplify(condition)));
    private final FromReader from;
    private Joined joined = Joined.NOTHING;
    private SelectList selected = SelectList.NOTHING;
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

    /** The same, and where no table has such a column, what the column of that name in the query is. */
    private final class Aliases extends Qualifying {
        @Override
        Expression name(Expression.Name name) {
            Expression qualified = super.name(name);
            return !qualified.equals(name) || name.parts().size() > 1 ? qualified
                    : selected.named(name.last()).filter(Item::isPlain).flatMap(item -> Expressions.tree(item.text(), rules)).map(qualifying::simplify).orElse(name);
        }
    }

    /** A name of a column with its table in front, where only one table has it. */
    private class Qualifying extends MysqlSimplification {
        @Override
        Expression name(Expression.Name name) {
            List<String> parts = name.parts().stream().map(part -> part.toLowerCase(Locale.ROOT)).toList();
            if (parts.size() > 1) {
                return new Expression.Name(parts.subList(parts.size() - 2, parts.size()));
            }
            List<String> owners = owners(parts.getLast());
            return owners.size() == 1 ? new Expression.Name(List.of(owners.getFirst(), parts.getLast())) : super.name(name);
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
        return in.at("(") || SetOperations.areIn(sql) ? several() : select();
    }

    /** Queries beside each other or in brackets, which are read one by one. */
    private ViewQuery several() {
        if (in.at("(") && !names.isEmpty()) {
            throw in.unexpected("SELECT");
        }
        var texts = new ArrayList<String>();
        ViewQuery query = new SetOperations(in, text -> {
            texts.add(text);
            return new ViewQueryReader(text, texts.size() == 1 ? names : List.of(), columnsOf, around, depth + 1).read();
        }, this::clauses).read();
        String first = texts.getFirst();
        return new ViewQuery(query.columns(), names.isEmpty() ? sql : query.sql() + sql.substring(sql.indexOf(first) + first.length()), query.canonical(), query.strength());
    }

    private ViewQuery select() {
        selected = SelectList.read(in);
        int end = in.isAtEnd() ? sql.length() : in.peek().start();
        boolean overTables = in.accept("FROM") && !in.accept("DUAL");
        joined = overTables ? from.read() : Joined.NOTHING;
        findWindows();
        selected.resolve(from, joined);
        List<String> columns = columns();
        Optional<ViewQuery> inBrackets = from.inBrackets().filter(_ -> selected.options().isEmpty() && names.isEmpty() && (in.isAtEnd() || in.atAny(ORDERED)) && isAllOfOneTable());
        if (inBrackets.isPresent()) {
            ViewQuery query = SetOperations.ordered(inBrackets.get(), clauses());
            return new ViewQuery(columns, sql, query.canonical(), query.strength());
        }
        var canonical = new StringBuilder("select");
        selected.options().forEach(option -> canonical.append(' ').append(option));
        for (int i = 0; i < columns.size(); i++) {
            canonical.append(i == 0 ? " " : ", ").append(plain(selected.items().get(i).text())).append(around.isPresent() ? "" : " as " + Identifiers.canonical(columns.get(i)));
        }
        canonical.append(overTables ? " from" : "");
        joined.parts().forEach(part -> canonical.append(' ').append(part.condition() ? "on " + condition(part.text()) : part.text()));
        Strength strength = isAhead(ORDERED) ? Strength.ORDERED : Strength.SELECT;
        return new ViewQuery(columns, names.isEmpty() ? sql : (selected.sql(names) + " " + sql.substring(end)).strip(), canonical + clauses(), strength);
    }

    private ViewQuery withNamedQueries() {
        var named = new NamedQueries(in, columnsOf, (query, columns, known) -> new ViewQueryReader(query, columns, known, Optional.empty(), depth + 1).read());
        String canonical = named.canonical();
        String front = sql.substring(0, in.peek().start());
        ViewQuery query = new ViewQueryReader(in.rest(), names, named::columnsOf, around, depth + 1).read();
        return new ViewQuery(query.columns(), front + query.sql(), canonical + query.canonical(), Strength.ORDERED);
    }

    private List<String> columns() {
        if (!names.isEmpty() && names.size() != selected.items().size()) {
            throw in.unexpected("as many columns as the view has names");
        }
        return names.isEmpty() ? selected.items().stream().map(Item::name).toList() : names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    private boolean isAllOfOneTable() {
        return selected.items().stream().map(item -> plain(item.text())).toList().equals(joined.columns().stream().map(column -> Identifiers.canonical(column.table()) + "." + Identifiers.canonical(column.name())).toList());
    }

    private ViewQuery another(String query, Optional<ViewQueryReader> outside) {
        return new ViewQueryReader(query, List.of(), columnsOf, outside, depth + 1).read();
    }

    /** The WINDOW clause comes late in a query, and the columns speak of its windows. */
    private void findWindows() {
        int mark = in.mark();
        in.skipUntil("WINDOW");
        if (in.accept("WINDOW")) {
            do {
                String name = in.next().value().toLowerCase(Locale.ROOT);
                in.expect("AS");
                windows.put(name, in.parenthesized());
            } while (in.accept(","));
        }
        in.reset(mark);
    }

    private boolean isAhead(String... words) {
        int mark = in.mark();
        in.skipUntil(words);
        boolean found = !in.isAtEnd();
        in.reset(mark);
        return found;
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
            in.skipUntil(ORDERED);
            return "";
        }
        if (in.atAny("WHERE", "HAVING")) {
            String word = in.next().text().toLowerCase(Locale.ROOT);
            int mark = in.mark();
            in.skipUntil("GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT");
            return " " + word + " " + condition(in.textSince(mark));
        }
        if (in.accept("GROUP", "BY")) {
            return " group by " + Ordering.read(in, this::grouped) + (in.accept("WITH", "ROLLUP") ? " with rollup" : "");
        }
        return in.accept("ORDER", "BY") ? " order by " + Ordering.read(in, this::sorted) : limit();
    }

    private String limit() {
        in.expect("LIMIT");
        String first = in.next().text();
        if (in.accept(",")) {
            return " limit " + in.next().text() + " offset " + first;
        }
        return " limit " + first + (in.accept("OFFSET") ? " offset " + in.next().text() : "");
    }

    /** A name is a column of the tables first, and then one of the query (MySQL manual, B.3.4.4). */
    private String grouped(String expression) {
        return selected.named(name(expression)).filter(item -> owners(item.name()).isEmpty()).map(item -> plain(item.text())).orElseGet(() -> spelled(expression, aliases));
    }

    /** A name that stands alone is a column of the query first. */
    private String sorted(String expression) {
        return selected.named(name(expression)).map(item -> plain(item.text())).orElseGet(() -> spelled(expression, aliases));
    }

    /** An expression that is no more than a name, in lower case; empty for others. */
    private static String name(String expression) {
        List<Token> tokens = Lexer.tokens(expression, Mysql.LEXICON);
        return tokens.size() == 1 && tokens.getFirst().isName() ? tokens.getFirst().value().toLowerCase(Locale.ROOT) : "";
    }

    private String plain(String expression) {
        return spelled(expression, rules);
    }

    private String condition(String expression) {
        return spelled(expression, conditions);
    }

    private String spelled(String expression, ExpressionRules read) {
        return new QueriesInside(expression, query -> another(query, Optional.of(this)).canonical(), new WindowSpelling(windows, this::inWindow)::canonical,
                this::plain).canonical(read);
    }

    /** A name that is a column's and another's alias is the alias to MariaDB (tried on 10.11), and the column to MySQL, which knows no aliases there. */
    private String inWindow(String expression) {
        String resolved = sorted(expression);
        if (!owners(name(expression)).isEmpty() && !resolved.equals(plain(expression))) {
            throw in.unexpected("a window without a column's name that is also an alias");
        }
        return resolved;
    }
}
