package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Generated;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/**
 * A stored generated column is added to a PostgreSQL table that may hold rows, or a column becomes one.
 *
 * <p>Why: its value is computed for every row, and every row written anew, under an ACCESS EXCLUSIVE lock.
 *
 * <p>What to do: on a big table add a plain column, fill it in parts and keep it with a trigger; or compute it in a view.
 */
public final class StoredGeneratedAdded implements Rule {
    @Override
    public String code() {
        return "DW407";
    }

    @Override
    public String title() {
        return "stored generated column added";
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!context.dialect().equals("postgresql")) {
            return Stream.empty();
        }
        return switch (change) {
            case AddPart(ObjectName table, Column column) when column.generated().filter(Generated::stored).isPresent() -> found(change, table, context);
            case AlterPart(ObjectName table, Column before, Column after) when after.generated().filter(Generated::stored).isPresent()
                    && !before.generated().equals(after.generated()) -> found(change, table, context);
            default -> Stream.empty();
        };
    }

    private Stream<Finding> found(Change change, ObjectName table, Context context) {
        return !context.mayHoldRows(table) ? Stream.empty() : Stream.of(context.finding(this, Severity.WARN, change,
                change.subject() + " is computed for all rows: every row of " + table + " is written anew while nobody reads or writes it",
                "choose a quiet hour, or compute it in a view, if the table is big"));
    }
}
