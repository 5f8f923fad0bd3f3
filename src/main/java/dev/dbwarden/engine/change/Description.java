package dev.dbwarden.engine.change;

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
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A change in words.
 *
 * @param type    a verb and the kind of thing: {@code add_column}, {@code create_table}, {@code rename_index}
 * @param summary one line: {@code add column users.phone VARCHAR(20)}
 */
public record Description(String type, String summary) {
    private static final int LONGEST_TEXT = 60;

    public static Description of(Change change) {
        return switch (change) {
            case CreateObject(SchemaObject object) -> new Description("create_" + object.ref().kind(), "create " + object.ref());
            case DropObject(SchemaObject object) -> new Description("drop_" + object.ref().kind(), "drop " + object.ref());
            case AlterObject(SchemaObject before, SchemaObject after) -> new Description("alter_" + after.ref().kind(),
                    "alter " + after.ref() + ": " + Differences.between(before, after));
            case RenameObject(Ref from, ObjectName to, _) -> new Description("rename_" + from.kind(), "rename " + from + " to " + to);
            case AddPart(ObjectName table, TablePart part) -> part("add", table, part);
            case DropPart(ObjectName table, TablePart part) -> part("drop", table, part);
            case AlterPart(ObjectName table, TablePart before, TablePart after) -> new Description("alter_" + after.kind().word(),
                    "alter " + after.kind().phrase() + " " + place(table, after) + ": " + Differences.between(before, after));
            case RenamePart(ObjectName table, var kind, String from, String to, _) -> new Description("rename_" + kind.word(),
                    "rename " + kind.phrase() + " " + table + "." + ObjectName.of(from) + " to " + ObjectName.of(to));
            case RenameLabel(ObjectName type, String from, String to, _) -> new Description("rename_label", "rename label " + type + "." + ObjectName.of(from) + " to " + ObjectName.of(to));
            case RebuildTables(var before, var after) -> new Description("rebuild_table",
                    "rebuild table " + after.stream().map(table -> table.name().toString()).collect(Collectors.joining(", ")));
        };
    }

    /** An index is made and dropped as objects are; the other parts are added to their table. */
    private static Description part(String verb, ObjectName table, TablePart part) {
        String own = part instanceof Index && verb.equals("add") ? "create" : verb;
        String what = verb.equals("drop") ? "" : " " + content(part);
        return new Description(own + "_" + part.kind().word(), (own + " " + part.kind().phrase() + " " + place(table, part) + what).strip());
    }

    private static String place(ObjectName table, TablePart part) {
        return part.name().isEmpty() ? "of " + table : table + "." + ObjectName.of(part.name());
    }

    private static String content(TablePart part) {
        return switch (part) {
            case Column column -> column.type() + (column.nullable() ? "" : " NOT NULL")
                    + column.defaultValue().map(value -> " DEFAULT " + shortened(value.sql())).orElse("")
                    + column.generated().map(generated -> " GENERATED AS (" + shortened(generated.expression().sql()) + ")").orElse("");
            case PrimaryKey key -> list(key.columns());
            case Unique unique -> list(unique.columns());
            case Check check -> "(" + shortened(check.condition().sql()) + ")";
            case Exclusion exclusion -> shortened(exclusion.definition().sql());
            case ForeignKey key -> list(key.columns()) + " references " + key.target() + list(key.targetColumns());
            case Index index -> (index.unique() ? "unique " : "") + list(index.keys().stream()
                    .map(key -> key.column().isEmpty() ? key.expression().map(text -> shortened(text.sql())).orElse("") : key.column()).toList());
        };
    }

    private static String list(List<String> columns) {
        return columns.isEmpty() ? "" : "(" + String.join(", ", columns) + ")";
    }

    static String shortened(String sql) {
        String line = sql.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT - 3) + "...";
    }
}
