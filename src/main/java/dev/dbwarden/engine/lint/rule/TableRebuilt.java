package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Generated;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A change that SQLite cannot make in place: a column's type, NOT NULL or default, a constraint, a column whose default is not a
 * constant, a table option.
 *
 * <p>Why: the table is made anew and its rows are copied: it takes the time and the space of a copy, and nobody writes to the database
 * meanwhile (sqlite.org/lang_altertable.html, "Making Other Kinds Of Table Schema Changes").
 *
 * <p>What to do: choose a quiet hour for a big table, and keep a copy of the file.
 */
public final class TableRebuilt implements Rule {
    @Override
    public String code() {
        return "DW601";
    }

    @Override
    public String title() {
        return "table made anew";
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!context.dialect().equals("sqlite")) {
            return Stream.empty();
        }
        return switch (change) {
            case AlterPart(ObjectName table, _, _) -> found(change, table, context);
            case AlterObject(Table _, Table after) -> found(change, after.name(), context);
            case AddPart(ObjectName table, TablePart part) when isRebuilding(part) || part instanceof Column column && !isAddable(column) -> found(change, table, context);
            case DropPart(ObjectName table, TablePart part) when isRebuilding(part) -> found(change, table, context);
            case RenamePart(ObjectName table, Kind kind, _, _) when kind != Kind.COLUMN && kind != Kind.INDEX -> found(change, table, context);
            default -> Stream.empty();
        };
    }

    private static boolean isRebuilding(TablePart part) {
        return !(part instanceof Column) && !(part instanceof Index);
    }

    private static boolean isAddable(Column column) {
        boolean computed = column.defaultValue().filter(value -> value.canonical().contains("(") || value.canonical().toLowerCase(Locale.ROOT).startsWith("current_")).isPresent();
        boolean valued = column.nullable() || column.defaultValue().isPresent();
        return !computed && (valued || column.generated().isPresent()) && column.generated().filter(Generated::stored).isEmpty();
    }

    private Stream<Finding> found(Change change, ObjectName table, Context context) {
        return !context.mayHoldRows(table) || context.after().table(table).isEmpty() ? Stream.empty() : Stream.of(context.finding(this, Severity.INFO, change,
                "SQLite cannot do this in place: table " + table + " is made anew and its rows are copied", "choose a quiet hour if the table is big, and keep a copy of the file"));
    }
}
