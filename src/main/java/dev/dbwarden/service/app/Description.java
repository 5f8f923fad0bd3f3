package dev.dbwarden.service.app;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RebuildTables;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A change in words: its type, as in {@code add_column}, and a line for people. */
record Description(String type, String summary) {

    static Description of(Change change) {
        return switch (change) {
            case CreateObject(var object) -> new Description("create_" + object.ref().kind(), "create " + named(object) + contents(object));
            case DropObject(var object) -> new Description("drop_" + object.ref().kind(), "drop " + named(object));
            case AlterObject(var before, var after) -> new Description("alter_" + after.ref().kind(), "alter " + named(after) + differences(before, after));
            case RenameObject(var from, var to) -> new Description("rename_" + from.kind(), "rename %s to %s".formatted(from, to));
            case AddPart(var table, var part) -> new Description(verb(part) + "_" + part.kind().word(), verb(part) + " " + part(table, part) + contents(part));
            case DropPart(var table, var part) -> new Description("drop_" + part.kind().word(), "drop " + part(table, part));
            case AlterPart(var table, var before, var after) -> new Description("alter_" + after.kind().word(), "alter " + part(table, after) + differences(before, after));
            case RenamePart(var table, var kind, var from, var to) ->
                    new Description("rename_" + kind.word(), "rename %s %s.%s to %s".formatted(kind.phrase(), table, from, to));
            case RebuildTables(_, var after) -> new Description("rebuild_table",
                    "rebuild table " + after.stream().map(table -> table.name().toString()).collect(Collectors.joining(", ")));
        };
    }

    private static String verb(TablePart part) {
        return part instanceof Index ? "create" : "add";
    }

    private static String named(SchemaObject object) {
        return object.ref().toString();
    }

    private static String part(ObjectName table, TablePart part) {
        return switch (part) {
            case Column column -> "column " + table + "." + column.name();
            case PrimaryKey _, Unique _, Check _, Exclusion _, ForeignKey _, Index _ ->
                    part.kind().phrase() + (part.name().isEmpty() ? "" : " " + part.name()) + " on " + table;
        };
    }

    private static String contents(SchemaObject object) {
        return object instanceof Table table ? " (" + table.columns().size() + (table.columns().size() == 1 ? " column)" : " columns)") : "";
    }

    private static String contents(TablePart part) {
        return switch (part) {
            case Column column -> " " + column.type() + (column.nullable() ? "" : " NOT NULL");
            case PrimaryKey key -> columns(key.columns());
            case Unique unique -> columns(unique.columns());
            case Index index -> columns(index.keys().stream().map(key -> key.expression().map(Object::toString).orElse(key.column())).toList());
            case ForeignKey key -> columns(key.columns()) + " to " + key.target();
            case Check check -> ": " + line(check.condition().sql());
            case Exclusion exclusion -> ": " + line(exclusion.definition().sql());
        };
    }

    private static String columns(List<String> columns) {
        return " (" + String.join(", ", columns) + ")";
    }

    private static String differences(TablePart before, TablePart after) {
        return before instanceof Column old && after instanceof Column column ? differences(old, column) : "";
    }

    private static String differences(Column before, Column after) {
        var said = new ArrayList<String>();
        if (!before.type().equals(after.type())) {
            said.add("type " + before.type() + " to " + after.type());
        }
        if (before.nullable() != after.nullable()) {
            said.add(after.nullable() ? "NULL allowed" : "NOT NULL");
        }
        if (!before.defaultValue().equals(after.defaultValue())) {
            said.add(after.defaultValue().map(value -> "default " + line(value.sql())).orElse("no default"));
        }
        difference(said, "identity", before.identity(), after.identity());
        difference(said, "generation", before.generated(), after.generated());
        difference(said, "collation", before.collation(), after.collation());
        difference(said, "options", before.options(), after.options());
        difference(said, "comment", before.comment(), after.comment());
        return ": " + String.join(", ", said);
    }

    private static String differences(SchemaObject before, SchemaObject after) {
        if (before instanceof EnumType old && after instanceof EnumType type) {
            List<String> added = type.labels().stream().filter(label -> !old.labels().contains(label)).toList();
            List<String> removed = old.labels().stream().filter(label -> !type.labels().contains(label)).toList();
            return (added.isEmpty() ? "" : ": add " + String.join(", ", added)) + (removed.isEmpty() ? "" : ": remove " + String.join(", ", removed));
        }
        return before.comment().equals(after.comment()) ? "" : ": comment";
    }

    private static void difference(List<String> said, String what, Object before, Object after) {
        if (!before.equals(after)) {
            said.add(what);
        }
    }

    private static String line(String sql) {
        String line = sql.replace('\n', ' ');
        return line.length() <= 80 ? line : line.substring(0, 80) + "...";
    }
}
