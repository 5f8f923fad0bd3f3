package dev.dbwarden.engine.law;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A view of some columns of a random table, by their keys. */
record RandomView(String name, int table, List<Integer> columns) {
    String sql(RandomTable table, Flavour flavour) {
        return "CREATE VIEW " + flavour.sql(name) + " AS SELECT id" + columns.stream().map(table::column).flatMap(Optional::stream)
                .map(column -> ", " + flavour.sql(column.name())).collect(Collectors.joining()) + " FROM " + flavour.sql(table.name) + ";\n";
    }
}
