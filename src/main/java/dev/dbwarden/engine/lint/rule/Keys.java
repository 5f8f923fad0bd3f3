package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.schema.Table;
import java.util.List;
import java.util.Set;

/** What a table's keys say of its columns. */
final class Keys {
    private Keys() {}

    /** Whether the table promises already that rows differ in these columns. */
    static boolean areUnique(Table table, List<String> columns) {
        var wanted = Set.copyOf(columns);
        return table.primaryKey().filter(key -> wanted.containsAll(key.columns())).isPresent()
                || table.uniques().stream().anyMatch(unique -> wanted.containsAll(unique.columns()))
                || table.indexes().stream().anyMatch(index -> index.unique() && index.where().isEmpty()
                        && index.columns().size() == index.keys().size() && wanted.containsAll(index.columns()));
    }

    /** Whether none of these columns may be NULL. */
    static boolean areRequired(Table table, List<String> columns) {
        return columns.stream().allMatch(name -> table.column(name).filter(column -> !column.nullable()).isPresent());
    }
}
