package dev.dbwarden.engine.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A random schema that writes itself as SQL, with three rows for every table. */
final class RandomSchema {
    static final int ROWS = 3;

    final Flavour flavour;
    final List<RandomTable> tables = new ArrayList<>();
    final List<RandomView> views = new ArrayList<>();
    final Map<Integer, String> islands = new TreeMap<>();
    int lastKey;

    RandomSchema(Flavour flavour) {
        this.flavour = flavour;
    }

    RandomSchema copy() {
        var copy = new RandomSchema(flavour);
        tables.forEach(table -> copy.tables.add(table.copy()));
        copy.views.addAll(views);
        copy.islands.putAll(islands);
        copy.lastKey = lastKey;
        return copy;
    }

    Optional<RandomTable> table(int key) {
        return tables.stream().filter(table -> table.key == key).findFirst();
    }

    String sql() {
        var sql = new StringBuilder(flavour.prologue());
        islands.values().forEach(island -> sql.append(island).append('\n'));
        tables.forEach(table -> sql.append(table.create(this)));
        for (RandomTable table : tables) {
            table.parts.stream().filter(part -> !part.shape().inTable()).forEach(part -> sql.append(table.sql(part, this)).append(";\n"));
        }
        views.forEach(view -> sql.append(view.sql(table(view.table()).orElseThrow(), flavour)));
        if (flavour.comments()) {
            comments(sql);
        }
        return sql.toString();
    }

    private void comments(StringBuilder sql) {
        for (RandomTable table : tables) {
            if (!table.comment.isEmpty()) {
                sql.append("COMMENT ON TABLE ").append(flavour.sql(table.name)).append(" IS ").append(table.comment).append(";\n");
            }
            table.columns.stream().filter(column -> !column.comment().isEmpty()).forEach(column -> sql.append("COMMENT ON COLUMN ")
                    .append(flavour.sql(table.name)).append('.').append(flavour.sql(column.name())).append(" IS ").append(column.comment()).append(";\n"));
        }
    }

    String rows() {
        var sql = new StringBuilder();
        tables.forEach(table -> Stream.iterate(1, row -> row <= ROWS, row -> row + 1).forEach(row -> sql.append(table.insert(row, flavour))));
        return sql.toString();
    }

    /** The hints that lead from this schema to {@code after}. */
    List<String> renames(RandomSchema after) {
        var hints = new ArrayList<String>();
        for (RandomTable table : tables) {
            after.table(table.key).ifPresent(now -> {
                if (!now.name.equals(table.name)) {
                    hints.add(Names.hint(table.name) + ":" + Names.hint(now.name));
                }
                table.columns.forEach(column -> now.column(column.key()).filter(other -> !other.name().equals(column.name()))
                        .ifPresent(other -> hints.add(Names.hint(table.name) + "." + Names.hint(column.name()) + ":" + Names.hint(other.name()))));
            });
        }
        return hints;
    }

    /** Queries whose answers must be the same before and after, in pairs: the values of every column that stays and keeps its type. */
    List<Map.Entry<String, String>> witnesses(RandomSchema after) {
        var queries = new ArrayList<Map.Entry<String, String>>();
        for (RandomTable table : tables) {
            after.table(table.key).ifPresent(now -> {
                queries.add(Map.entry(query("count(*)", table), query("count(*)", now)));
                table.columns.stream().filter(column -> !column.isGenerated()).forEach(column -> now.column(column.key()).filter(other -> other.type().equals(column.type()))
                        .ifPresent(other -> queries.add(Map.entry(query(flavour.sql(column.name()), table) + " ORDER BY id", query(flavour.sql(other.name()), now) + " ORDER BY id"))));
            });
        }
        return queries;
    }

    private String query(String what, RandomTable table) {
        return "SELECT " + what + " FROM " + flavour.sql(table.name);
    }
}
