package dev.dbwarden.engine.dialect.mysql;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a SELECT, those that UNION puts behind it, those that WITH puts in front and those in its FROM and its expressions. */
final class ViewQueryReader {
    private static final int MAX_DEPTH = 20;
    private static final String[] CLAUSES = {"WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "UNION", "EXCEPT", "INTERSECT"};

    private final String sql;
    private final List<String> names;
    private final Function<ObjectName, List<String>> columnsOf;
    /** The queries around this one, in whose tables a name may be found that is not in its own; empty for a view's query. */
    private final Optional<ViewQueryReader> around;
    private final TokenStream in;
    private final ExpressionRules rules = MysqlExpressions.with(new Qualifying());
    private final Map<String, List<String>> sources = new LinkedHashMap<>();
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
        List<String> owners = sources.entrySet().stream().filter(source -> source.getValue().contains(column)).map(Map.Entry::getKey).toList();
        return owners.isEmpty() && around.isPresent() ? around.get().owners(column) : owners;
    }

    ViewQuery read() {
        if (depth > MAX_DEPTH) {
            throw in.unexpected("a query that is not in so many others");
        }
        if (in.at("WITH")) {
            return withNamedQueries();
        }
        in.expect("SELECT");
        boolean distinct = in.accept("DISTINCT");
        List<String> texts = new ArrayList<>();
        do {
            int mark = in.mark();
            in.skipUntil(",", "FROM", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "UNION", "EXCEPT", "INTERSECT");
            texts.add(in.textSince(mark));
        } while (in.accept(","));
        int from = in.isAtEnd() ? sql.length() : in.peek().start();
        List<String> tables = in.accept("FROM") ? tables() : List.of();
        findWindows();
        texts.forEach(this::item);
        List<String> columns = columns();
        var canonical = new StringBuilder(distinct ? "select distinct" : "select");
        for (int i = 0; i < items.size(); i++) {
            canonical.append(i == 0 ? " " : ", ").append(canonical(items.get(i).text)).append(around.isPresent() ? "" : " as " + Identifiers.canonical(columns.get(i)));
        }
        tables.forEach(part -> canonical.append(' ').append(part.startsWith("\0") ? "on " + canonical(part.substring(1)) : part));
        while (!in.isAtEnd()) {
            canonical.append(clause());
        }
        return new ViewQuery(columns, names.isEmpty() ? sql : named(distinct, from), canonical.toString());
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

    private String named(boolean distinct, int from) {
        var text = new StringBuilder(distinct ? "SELECT DISTINCT" : "SELECT");
        for (int i = 0; i < items.size(); i++) {
            text.append(i == 0 ? " " : ", ").append(items.get(i).text).append(" AS ").append(Mysql.QUOTING.name(names.get(i)));
        }
        return text.append(from < sql.length() ? " " : "").append(sql, from, sql.length()).toString();
    }

    private void item(String text) {
        List<Token> tokens = Lexer.tokens(text, Mysql.LEXICON);
        if (tokens.isEmpty()) {
            throw in.unexpected("a column");
        }
        if (tokens.getLast().is("*") && (tokens.size() == 1 || tokens.size() == 3 && tokens.get(1).is("."))) {
            String only = tokens.size() == 1 ? "" : tokens.getFirst().value().toLowerCase(Locale.ROOT);
            sources.forEach((alias, columns) -> {
                if (columns.isEmpty()) {
                    throw in.unexpected("a table whose columns are known");
                }
                if (only.isEmpty() || only.equals(alias)) {
                    columns.forEach(column -> items.add(new Item(Mysql.QUOTING.quoted(alias) + "." + Mysql.QUOTING.quoted(column), column)));
                }
            });
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

    private static boolean endsOperand(Token token) {
        return token.is(")") || token.type() == Token.Type.NUMBER || token.type() == Token.Type.STRING || token.is("END")
                || token.isName() && !List.of("IS", "NOT", "AND", "OR", "XOR", "IN", "LIKE", "DIV", "MOD", "THEN", "ELSE", "COLLATE", "BINARY", "REGEXP", "BETWEEN", "ESCAPE", "INTERVAL", "CASE", "WHEN", "OVER")
                        .contains(token.text().toUpperCase(Locale.ROOT));
    }

    /** What stands behind FROM, without brackets; conditions open with a zero until all tables are known. */
    private List<String> tables() {
        var parts = new ArrayList<String>(List.of("from"));
        while (!in.isAtEnd() && !in.atAny(CLAUSES)) {
            if (in.accept(",") || in.accept("JOIN") || in.accept("INNER", "JOIN") || in.accept("CROSS", "JOIN")) {
                parts.add("join");
            } else if (in.accept("LEFT", "JOIN") || in.accept("LEFT", "OUTER", "JOIN")) {
                parts.add("left join");
            } else if (in.accept("ON")) {
                int mark = in.mark();
                in.skipUntil(",", "JOIN", "INNER", "CROSS", "LEFT", "RIGHT", "NATURAL", "WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "UNION", "EXCEPT", "INTERSECT");
                parts.add("\0" + in.textSince(mark));
            } else if (in.at("(", "SELECT") || in.at("(", "WITH")) {
                parts.add(derived());
            } else if (!in.accept("(") && !in.accept(")")) {
                parts.add(table());
            }
        }
        return parts;
    }

    private String table() {
        if (!in.peek().isName() || in.atAny("RIGHT", "NATURAL", "STRAIGHT_JOIN", "USING", "LATERAL")) {
            throw in.unexpected("a table");
        }
        String first = in.next().value();
        ObjectName name = in.accept(".") ? new ObjectName(first, in.next().value()) : ObjectName.of(first);
        in.accept("AS");
        boolean renamed = in.peek().isName() && !in.atAny(CLAUSES) && !in.atAny("JOIN", "INNER", "CROSS", "LEFT", "RIGHT", "NATURAL", "ON", "USING", "STRAIGHT_JOIN", "USE", "FORCE", "IGNORE");
        String alias = (renamed ? in.next().value() : name.name()).toLowerCase(Locale.ROOT);
        sources.put(alias, columnsOf.apply(name));
        return name + " " + Identifiers.canonical(alias);
    }

    /** A query in the place of a table. */
    private String derived() {
        ViewQuery query = another(in.parenthesized(), Optional.empty());
        in.accept("AS");
        String alias = in.next().value().toLowerCase(Locale.ROOT);
        sources.put(alias, query.columns());
        return "(" + query.canonical() + ") " + Identifiers.canonical(alias);
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
        if (in.accept("WHERE") || in.accept("HAVING")) {
            int mark = in.mark();
            in.skipUntil("GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "UNION", "EXCEPT", "INTERSECT");
            return " where " + canonical(in.textSince(mark));
        }
        if (in.accept("GROUP", "BY") || in.accept("ORDER", "BY")) {
            var list = new ArrayList<String>();
            do {
                int mark = in.mark();
                in.skipUntil(",", "ASC", "DESC", "HAVING", "WINDOW", "ORDER", "LIMIT", "WITH", "UNION", "EXCEPT", "INTERSECT");
                list.add(canonical(in.textSince(mark)) + (in.accept("DESC") ? " desc" : ""));
                in.accept("ASC");
            } while (in.accept(","));
            return " by " + String.join(", ", list);
        }
        in.expect("LIMIT");
        int mark = in.mark();
        in.skipUntil("UNION", "EXCEPT", "INTERSECT");
        return " limit " + in.textSince(mark);
    }

    private String canonical(String expression) {
        String meant = items.stream().filter(item -> item.name.equalsIgnoreCase(expression)).map(Item::text).findFirst().orElse(expression);
        return plain(meant);
    }

    private String plain(String expression) {
        return QueriesInside.canonical(expression, rules, query -> another(query, Optional.of(this)).canonical(), new WindowSpelling(windows, this::inWindow)::canonical);
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
