package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.Unique;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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

    /** Whether an index or a key starts with these columns, in any order: it finds the rows that have given values in them. */
    static boolean isLed(Table table, List<String> columns) {
        return leads(table).anyMatch(lead -> lead.size() >= columns.size() && Set.copyOf(lead.subList(0, columns.size())).equals(Set.copyOf(columns)));
    }

    /** Whether another index or key starts with the columns of this one, in their order. */
    static boolean isLedByAnother(Table table, Index index) {
        List<String> columns = index.columns();
        return leads(table.withParts(table.parts().without(index))).anyMatch(lead -> lead.size() > columns.size() && lead.subList(0, columns.size()).equals(columns));
    }

    /** Columns in ascending order, all rows, the usual method. */
    static boolean isPlain(Index index) {
        return index.where().isEmpty() && index.method().isEmpty() && index.include().isEmpty()
                && index.keys().stream().allMatch(key -> key.expression().isEmpty() && key.modifiers().isEmpty());
    }

    private static Stream<List<String>> leads(Table table) {
        return Stream.of(table.primaryKey().map(PrimaryKey::columns).stream(), table.uniques().stream().map(Unique::columns),
                table.indexes().stream().filter(Keys::isPlain).map(Index::columns)).flatMap(each -> each);
    }
}
