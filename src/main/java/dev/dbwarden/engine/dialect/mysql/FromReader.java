package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.mysql.ViewWording.ViewQuery;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.Identifiers;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what stands behind FROM: tables, how they are joined, and the columns that a name without a table may mean. As the servers print a view,
 * RIGHT JOIN is LEFT JOIN turned round, and USING and NATURAL are conditions (MySQL manual, 15.2.13.2; tried on MariaDB 10.11).
 */
final class FromReader {
    static final String[] CLAUSES = {"WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "UNION", "EXCEPT", "INTERSECT"};
    private static final String[] JOINS = {"JOIN", "INNER", "CROSS", "LEFT", "RIGHT", "NATURAL", "STRAIGHT_JOIN"};
    private static final String[] AFTER_A_CONDITION = Stream.of(new String[] {",", "ON", "USING"}, JOINS, CLAUSES).flatMap(Stream::of).toArray(String[]::new);
    /** {@code select __5.id from (...) __5}: a query in brackets as MariaDB prints it (tried on 10.11). */
    private static final Pattern MADE = Pattern.compile("__\\d+");
    private static final String RIGHT_JOIN = "right join";
    /** More tables than this are in no query of theirs (MySQL manual, 10.2.1.7). */
    private static final int MOST_TABLES = 61;
    private static final int MOST_BRACKETS = 100;

    private final TokenStream in;
    private final Function<ObjectName, List<String>> columnsOf;
    private final Function<String, ViewQuery> derived;
    private final Map<String, List<String>> tables = new LinkedHashMap<>();
    private Optional<ViewQuery> made = Optional.empty();
    private int brackets;

    /** @param derived reads a query in the place of a table */
    FromReader(TokenStream in, Function<ObjectName, List<String>> columnsOf, Function<String, ViewQuery> derived) {
        this.in = in;
        this.columnsOf = columnsOf;
        this.derived = derived;
    }

    record Column(String table, String name) {}

    /** A piece of the canonical spelling; a condition is not canonical until all tables are known. */
    record Part(String text, boolean condition) {}

    /** Tables that are joined, and their columns in the order of {@code *}. */
    record Joined(List<Part> parts, List<Column> columns) {
        static final Joined NOTHING = new Joined(List.of(), List.of());
    }

    Joined read() {
        Joined joined = chain();
        while (in.accept(",")) {
            joined = joined(joined, "join", chain(), List.of(), Optional.empty());
        }
        return joined;
    }

    /** The columns of each table, by its name in this query; none where they are not known. */
    Map<String, List<String>> tables() {
        return tables;
    }

    /** The query that is the only table, and that stood in brackets beside others before MariaDB made a table of it. */
    Optional<ViewQuery> inBrackets() {
        return made.filter(_ -> tables.size() == 1);
    }

    private Joined chain() {
        Joined joined = factor();
        while (in.atAny(JOINS)) {
            joined = longer(joined);
        }
        return joined;
    }

    private Joined longer(Joined left) {
        boolean natural = in.accept("NATURAL");
        String kind = kind();
        Joined right = factor();
        if (natural) {
            return joined(left, kind, right, shared(left, right), Optional.empty());
        }
        boolean outer = !kind.equals("join") && !kind.equals("straight_join");
        while (outer && in.atAny(JOINS)) {
            right = longer(right);
        }
        if (in.accept("USING")) {
            return joined(left, kind, right, TokenStream.of(in.parenthesized(), Mysql.LEXICON).list().stream().map(FromReader::name).toList(), Optional.empty());
        }
        Optional<String> condition = in.accept("ON") ? Optional.of(condition()) : Optional.empty();
        if (outer && condition.isEmpty()) {
            throw in.unexpected("ON");
        }
        return joined(left, kind, right, List.of(), condition);
    }

    private String kind() {
        if (in.accept("STRAIGHT_JOIN")) {
            return "straight_join";
        }
        String kind = in.accept("LEFT") ? "left join" : in.accept("RIGHT") ? RIGHT_JOIN : "join";
        if (in.atAny(kind.equals("join") ? new String[] {"INNER", "CROSS"} : new String[] {"OUTER"})) {
            in.next();
        }
        in.expect("JOIN");
        return kind;
    }

    private String condition() {
        int mark = in.mark();
        in.skipUntil(AFTER_A_CONDITION);
        return in.textSince(mark);
    }

    private static String name(String quoted) {
        return TokenStream.of(quoted, Mysql.LEXICON).peek().value().toLowerCase(Locale.ROOT);
    }

    private List<String> shared(Joined left, Joined right) {
        if (tables.values().stream().anyMatch(List::isEmpty)) {
            throw in.unexpected("tables whose columns are known");
        }
        List<String> others = right.columns().stream().map(Column::name).toList();
        return left.columns().stream().map(Column::name).filter(others::contains).toList();
    }

    /** @param common the columns that both have and that are one in the result */
    private Joined joined(Joined left, String kind, Joined right, List<String> common, Optional<String> condition) {
        boolean turned = kind.equals(RIGHT_JOIN);
        Joined first = turned ? right : left;
        Joined second = turned ? left : right;
        var parts = new ArrayList<>(first.parts);
        parts.add(new Part(turned ? "left join" : kind, false));
        parts.addAll(second.parts);
        condition.or(() -> equalities(left, right, common)).ifPresent(text -> parts.add(new Part(text, true)));
        return new Joined(List.copyOf(parts), common.isEmpty() ? Stream.of(left, right).flatMap(side -> side.columns.stream()).toList() : columns(first, second, common));
    }

    private static List<Column> columns(Joined first, Joined second, List<String> common) {
        Map<Boolean, List<Column>> own = first.columns.stream().collect(Collectors.partitioningBy(column -> common.contains(column.name)));
        return Stream.of(own.get(true), own.get(false), second.columns.stream().filter(column -> !common.contains(column.name)).toList()).flatMap(List::stream).toList();
    }

    private Optional<String> equalities(Joined left, Joined right, List<String> common) {
        common.forEach(name -> only(left, name));
        return left.columns.stream().filter(column -> common.contains(column.name)).map(column -> quoted(column) + " = " + quoted(only(right, column.name)))
                .reduce((one, other) -> one + " AND " + other);
    }

    private Column only(Joined side, String name) {
        List<Column> found = side.columns.stream().filter(column -> column.name.equals(name)).toList();
        if (found.size() != 1) {
            throw in.unexpected("a column of one table on either side of the join");
        }
        return found.getFirst();
    }

    static String quoted(Column column) {
        return Mysql.QUOTING.quoted(column.table) + "." + Mysql.QUOTING.quoted(column.name);
    }

    private Joined factor() {
        if (SetOperations.isQuery(in)) {
            ViewQuery query = derived.apply(in.parenthesized());
            in.accept("AS");
            String alias = in.next().value().toLowerCase(Locale.ROOT);
            made = MADE.matcher(alias).matches() ? Optional.of(query) : Optional.empty();
            return known("(" + query.canonical() + ") ", alias, query.columns());
        }
        if (!in.accept("(")) {
            return table();
        }
        if (++brackets > MOST_BRACKETS) {
            throw in.unexpected("a table in fewer brackets");
        }
        Joined inner = read();
        in.expect(")");
        return inner;
    }

    private Joined table() {
        if (!in.peek().isName() || in.atAny(JOINS) || in.atAny("USING", "LATERAL")) {
            throw in.unexpected("a table");
        }
        String first = in.next().value();
        ObjectName name = in.accept(".") ? new ObjectName(first, in.next().value()) : ObjectName.of(first);
        in.accept("AS");
        boolean renamed = in.peek().isName() && !in.atAny(CLAUSES) && !in.atAny(JOINS) && !in.atAny("ON", "USING", "USE", "FORCE", "IGNORE");
        String alias = (renamed ? in.next().value() : name.name()).toLowerCase(Locale.ROOT);
        Joined table = known(name + " ", alias, columnsOf.apply(name));
        String hints = hints();
        return hints.isEmpty() ? table : new Joined(List.of(table.parts.getFirst(), new Part(hints, false)), table.columns);
    }

    /** {@code USE INDEX (a)}. */
    private String hints() {
        var hints = new StringJoiner(" ");
        while (in.atAny("USE", "FORCE", "IGNORE")) {
            while (!in.at("(")) {
                Token word = in.next();
                hints.add(word.is("KEY") ? "index" : MysqlDefinitions.header(word));
            }
            hints.add("(" + TokenStream.of(in.parenthesized(), Mysql.LEXICON).list().stream().map(FromReader::name).collect(Collectors.joining(", ")) + ")");
            in.accept(",");
        }
        return hints.toString();
    }

    private Joined known(String text, String alias, List<String> columns) {
        tables.put(alias, columns);
        if (tables.size() > MOST_TABLES) {
            throw in.unexpected("no more than " + MOST_TABLES + " tables");
        }
        return new Joined(List.of(new Part(text + Identifiers.canonical(alias), false)), columns.stream().map(column -> new Column(alias, column)).toList());
    }
}
