package dev.dbwarden.engine.law;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A view of some columns of a random table, by their keys. */
record RandomView(String name, int table, List<Integer> columns) {
    String sql(RandomTable table) {
        return "CREATE VIEW " + Names.sql(name) + " AS SELECT id" + columns.stream().map(table::column).flatMap(Optional::stream)
                .map(column -> ", " + Names.sql(column.name())).collect(Collectors.joining()) + " FROM " + Names.sql(table.name) + ";\n";
    }
}
