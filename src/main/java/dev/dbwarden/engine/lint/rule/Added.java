package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.Table;
import java.util.stream.Stream;

/** What a change brings. */
final class Added {
    private Added() {}

    /** The columns that are new or get another definition. */
    static Stream<Column> columns(Change change) {
        return switch (change) {
            case CreateObject(Table table) -> table.columns().stream();
            case AddPart(_, Column column) -> Stream.of(column);
            case AlterPart(_, Column before, Column after) when !before.type().equals(after.type()) -> Stream.of(after);
            default -> Stream.empty();
        };
    }

    static Stream<Index> indexes(Change change) {
        return switch (change) {
            case CreateObject(Table table) -> table.indexes().stream();
            case AddPart(_, Index index) -> Stream.of(index);
            default -> Stream.empty();
        };
    }

    /** The names of tables and columns that are new. */
    static Stream<String> names(Change change) {
        return switch (change) {
            case CreateObject(Table table) -> Stream.concat(Stream.of(table.name().name()), table.columns().stream().map(Column::name));
            case AddPart(_, Column column) -> Stream.of(column.name());
            case RenamePart(_, Kind kind, _, String to, _) when kind == Kind.COLUMN -> Stream.of(to);
            case RenameObject(var from, var to, _) when from.kind().equals(Kind.TABLE.word()) -> Stream.of(to.name());
            default -> Stream.empty();
        };
    }
}
