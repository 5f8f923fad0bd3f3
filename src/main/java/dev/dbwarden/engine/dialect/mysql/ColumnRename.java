package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.RebuildTables;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.SchemaEditor;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rename of a column where the server refuses it as long as an expression uses the column (MySQL 8, errors 3959, 3108 and 3837): conditions,
 * computed columns, indexes over expressions, and what stands on these, go before and come back after. So do the table's triggers that use
 * it, on every server.
 */
record ColumnRename(RenamePart rename, SchemaEditor before, Variant variant) {
    List<Change> changes() {
        List<Change> renaming = variant.renamesUsedColumns() ? List.of(rename) : aroundExpressions();
        return new Triggers(rename.table(), before).around(rename, renaming, rename.table(), trigger -> trigger.definition().words().stream().anyMatch(rename.from()::equalsIgnoreCase));
    }

    private List<Change> aroundExpressions() {
        Table table = before.table(rename.table()).orElseThrow();
        Table bare = table.withParts(Parts.of(table.parts().stream().filter(part -> !uses(part, renamedOrComputed(table))).toList()));
        if (bare.parts().equals(table.parts())) {
            return List.of(rename);
        }
        var without = new RebuildTables(List.of(table), List.of(bare));
        return List.of(without, rename, new RebuildTables(List.of(after(without, rename)), List.of(after(rename))));
    }

    private Table after(Change... changes) {
        var editor = new SchemaEditor(before.schema());
        for (Change change : changes) {
            change.applyTo(editor);
        }
        return editor.schema().table(rename.table()).orElseThrow();
    }

    /** The column, and the columns that are computed of it or of these. */
    private Set<String> renamedOrComputed(Table table) {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.add(rename.from());
        boolean more = true;
        while (more) {
            more = false;
            for (Column column : table.columns()) {
                more |= column.generated().filter(generated -> mentions(generated.expression(), names)).isPresent() && names.add(column.name());
            }
        }
        return names;
    }

    private boolean uses(TablePart part, Set<String> names) {
        return switch (part) {
            case Column column -> !column.name().equals(rename.from()) && names.contains(column.name());
            case Check check -> mentions(check.condition(), names);
            case Index index -> index.texts().stream().anyMatch(text -> mentions(text, names)) || computed(index.columns(), names);
            case Unique unique -> computed(unique.columns(), names);
            default -> false;
        };
    }

    private boolean computed(List<String> columns, Set<String> names) {
        return columns.stream().anyMatch(column -> !column.equalsIgnoreCase(rename.from()) && names.contains(column));
    }

    private static boolean mentions(SqlText text, Set<String> names) {
        return text.words().stream().anyMatch(names::contains);
    }
}
