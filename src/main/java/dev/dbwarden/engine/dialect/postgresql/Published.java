package dev.dbwarden.engine.dialect.postgresql;

import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.name;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tables and namespaces of a publication, in one order: each table by itself, as the server notes them. */
record Published(SortedMap<ObjectName, Choice> tables, SortedSet<String> namespaces) {
    static final Published NOTHING = new Published(new TreeMap<>(), new TreeSet<>());

    /**
     * What is published of a table.
     *
     * @param columns sorted; empty for all
     * @param where   which rows; empty for all
     */
    record Choice(List<String> columns, Optional<SqlText> where) {
        static final Choice ALL = new Choice(List.of(), Optional.empty());

        static Choice read(TokenStream in) {
            List<String> columns = in.at("(") ? PostgresqlScript.clauses(in).columns().stream().sorted().toList() : List.of();
            return new Choice(columns, in.accept("WHERE") ? Optional.of(PostgresqlTexts.expression(in.parenthesized())) : Optional.empty());
        }

        String sql() {
            String list = columns.isEmpty() ? "" : columns.stream().map(Postgresql.QUOTING::name).collect(Collectors.joining(", ", " (", ")"));
            return list + where.map(condition -> " WHERE (" + condition.sql() + ")").orElse("");
        }
    }

    static Published of(ObjectName table) {
        return new Published(new TreeMap<>(Map.of(table, Choice.ALL)), new TreeSet<>());
    }

    /** {@code TABLE [ONLY] name [(columns)] [WHERE (condition)], .., TABLES IN SCHEMA name, ..}. */
    static Published read(TokenStream in, PostgresqlScript script) {
        Clauses clauses = PostgresqlScript.clauses(in);
        var read = new Published(new TreeMap<>(), new TreeSet<>());
        boolean whole = false;
        do {
            whole = in.accept("TABLES", "IN", "SCHEMA") || whole && !in.at("TABLE");
            in.accept("TABLE");
            if (whole) {
                read.namespaces.add(clauses.name());
            } else {
                read.table(in, script);
            }
        } while (in.accept(","));
        return read;
    }

    /** Without ONLY, the tables that inherit from it are put in beside it; partitions are not, as they go with it (manual, CREATE PUBLICATION). */
    private void table(TokenStream in, PostgresqlScript script) {
        boolean only = in.accept("ONLY");
        ObjectName table = script.knownTable(PostgresqlScript.clauses(in).objectName());
        in.accept("*");
        Choice choice = Choice.read(in);
        if (only) {
            tables.put(table, choice);
        } else {
            family(table, script).forEach(each -> tables.put(each, choice));
        }
    }

    private static List<ObjectName> family(ObjectName table, PostgresqlScript script) {
        var family = new ArrayList<>(List.of(table));
        for (int i = 0; i < family.size(); i++) {
            script.heirs(family.get(i)).stream().filter(heir -> heir.options().has("inherits")).map(Table::name).filter(heir -> !family.contains(heir)).forEach(family::add);
        }
        return family;
    }

    boolean isEmpty() {
        return tables.isEmpty() && namespaces.isEmpty();
    }

    String sql() {
        String single = tables.isEmpty() ? "" : tables.entrySet().stream().map(each -> "ONLY " + name(each.getKey()) + each.getValue().sql()).collect(Collectors.joining(", ", "TABLE ", ""));
        String whole = namespaces.isEmpty() ? "" : namespaces.stream().map(Postgresql.QUOTING::name).collect(Collectors.joining(", ", "TABLES IN SCHEMA ", ""));
        return single + (single.isEmpty() || whole.isEmpty() ? "" : ", ") + whole;
    }

    /** What making or altering a publication takes of its tables (publicationcmds.c, OpenTableList). */
    String lock() {
        return tables.isEmpty() ? "" : PostgresqlRenderer.MAINTENANCE;
    }

    /** The same tables, without what is chosen of them. */
    Published bare() {
        var bare = new TreeMap<ObjectName, Choice>();
        tables.keySet().forEach(table -> bare.put(table, Choice.ALL));
        return new Published(bare, namespaces);
    }

    Published plus(Published more) {
        var sum = new Published(new TreeMap<>(tables), new TreeSet<>(namespaces));
        sum.tables.putAll(more.tables);
        sum.namespaces.addAll(more.namespaces);
        return sum;
    }

    Published renamed(ObjectName from, ObjectName to) {
        var renamed = new TreeMap<>(tables);
        renamed.put(to, renamed.remove(from));
        return new Published(renamed, namespaces);
    }

    Published minus(Published less) {
        var rest = new Published(new TreeMap<>(tables), new TreeSet<>(namespaces));
        rest.tables.keySet().removeAll(less.tables.keySet());
        rest.namespaces.removeAll(less.namespaces);
        return rest;
    }

    /** Without what the other has just so. */
    Published otherThan(Published other) {
        var rest = new Published(new TreeMap<>(tables), new TreeSet<>(namespaces));
        rest.tables.entrySet().removeAll(other.tables.entrySet());
        rest.namespaces.removeAll(other.namespaces);
        return rest;
    }

    boolean choosesBy(ObjectName table, String column) {
        Choice choice = tables.getOrDefault(table, Choice.ALL);
        return choice.columns.contains(column) || choice.where.filter(condition -> condition.words().contains(column)).isPresent();
    }
}
