package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RebuildTables;
import dev.dbwarden.engine.change.Change.RenameLabel;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.View;
import java.util.ArrayList;
import java.util.List;

/** Spells the changes that {@link SqliteAdapter} lets through. Every statement of SQLite may run in a transaction. */
final class SqliteRenderer {
    private SqliteRenderer() {}

    static List<Statement> render(Change change) {
        return switch (change) {
            case CreateObject(SchemaObject object) -> create(object).stream().map(Statement::of).toList();
            case DropObject(SchemaObject object) -> List.of(Statement.of(drop(object)));
            case RenameObject(var from, ObjectName to, _) when from.kind().equals(Kind.TABLE.word()) ->
                    List.of(Statement.of(SqliteDdl.sql("ALTER TABLE", from.owner()).words("RENAME TO").name(to.name()).toString()));
            case AddPart(ObjectName table, Column column) ->
                    List.of(Statement.of(SqliteDdl.sql("ALTER TABLE", table).words("ADD COLUMN").words(SqliteDdl.column(column, "")).toString()));
            case AddPart(ObjectName table, Index index) -> List.of(Statement.of(SqliteDdl.createIndex(table, index)));
            case DropPart(ObjectName table, Column column) ->
                    List.of(Statement.of(SqliteDdl.sql("ALTER TABLE", table).words("DROP COLUMN").name(column.name()).toString()).rewriting(true));
            case DropPart(ObjectName table, Index index) -> List.of(Statement.of(dropIndex(table, index)));
            case RenamePart(ObjectName table, Kind kind, String from, String to, _) when kind == Kind.COLUMN ->
                    List.of(Statement.of(SqliteDdl.sql("ALTER TABLE", table).words("RENAME COLUMN").name(from).words("TO").name(to).toString()));
            case AlterObject(DefinedObject before, DefinedObject after) -> SqliteVirtualTables.remade(before, after).stream().map(Statement::of).toList();
            case RebuildTables rebuild -> new SqliteRebuild(rebuild).statements();
            case AddPart(_, TablePart _), DropPart(_, TablePart _), AlterPart _, RenamePart _, AlterObject _, RenameObject _, RenameLabel _ ->
                    throw new IllegalArgumentException("SQLite cannot do this in place: " + change);
        };
    }

    private static List<String> create(SchemaObject object) {
        return switch (object) {
            case Table table -> {
                var statements = new ArrayList<String>();
                statements.add(SqliteDdl.createTable(table));
                table.indexes().forEach(index -> statements.add(SqliteDdl.createIndex(table.name(), index)));
                yield statements;
            }
            case View view -> List.of(SqliteDdl.createView(view));
            case DefinedObject defined when defined.kind().equals(SqliteCatalog.VIRTUAL_TABLE) -> SqliteVirtualTables.create(defined);
            case DefinedObject defined -> List.of(defined.definition().sql());
            default -> throw new IllegalArgumentException("SQLite has no " + object.ref());
        };
    }

    private static String drop(SchemaObject object) {
        return switch (object) {
            case Table table -> SqliteDdl.sql("DROP TABLE", table.name()).toString();
            case View view -> SqliteDdl.sql("DROP VIEW", view.name()).toString();
            case DefinedObject defined when defined.kind().equals(SqliteCatalog.TRIGGER) ->
                    SqliteDdl.sql("DROP TRIGGER", defined.name().withName(defined.part())).toString();
            case DefinedObject defined -> SqliteDdl.sql("DROP TABLE", defined.name()).toString();
            default -> throw new IllegalArgumentException("SQLite has no " + object.ref());
        };
    }

    private static String dropIndex(ObjectName table, Index index) {
        return SqliteDdl.sql("DROP INDEX", table.withName(index.name())).toString();
    }
}
