package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.lint.Way;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Generated;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import java.util.HashSet;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A change that SQLite cannot make in place: a column's type, NOT NULL or default, a constraint, a column whose default is not a
 * constant, a table option.
 */
public final class TableRebuilt implements Rule {
    private static final About ABOUT = About.of("DW601", Severity.INFO, "table made anew", "sqlite");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Way way) {
        return rebuilds(way).flatMap(context -> check(context, context.change().subject().owner()));
    }

    private Stream<Finding> check(Context context, ObjectName table) {
        return context.tableAfter(table).isEmpty() ? Stream.empty() : Stream.of(context.finding(this, Ref.object(Kind.TABLE, table),
                "SQLite cannot do this in place: table " + table + " is made anew and its rows are copied", "choose a quiet hour if the table is big, and keep a copy of the file"));
    }

    /** The first change of each table that is made anew with rows in it: that happens once, however many changes ask for it. */
    static Stream<Context> rebuilds(Way way) {
        var tables = new HashSet<ObjectName>();
        return way.contexts().filter(context -> isRebuilding(context.change()) && context.mayHoldRows(context.change().subject().owner()) && tables.add(context.change().subject().owner()));
    }

    /** Whether SQLite has no ALTER TABLE for it. */
    private static boolean isRebuilding(Change change) {
        return switch (change) {
            case AlterPart(_, _, _) -> true;
            case AlterObject(Table _, Table _) -> true;
            case AddPart(_, TablePart part) -> isConstraint(part) || part instanceof Column column && !isAddable(column);
            case DropPart(_, TablePart part) -> isConstraint(part);
            case RenamePart(_, Kind kind, _, _, _) -> kind != Kind.COLUMN && kind != Kind.INDEX;
            default -> false;
        };
    }

    private static boolean isConstraint(TablePart part) {
        return !(part instanceof Column) && !(part instanceof Index);
    }

    private static boolean isAddable(Column column) {
        boolean computed = column.defaultValue().filter(value -> value.canonical().contains("(") || value.canonical().toLowerCase(Locale.ROOT).startsWith("current_")).isPresent();
        boolean valued = column.nullable() || column.defaultValue().isPresent();
        return !computed && (valued || column.generated().isPresent()) && column.generated().filter(Generated::stored).isEmpty();
    }
}
