package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Generated;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/** A stored generated column is added to a PostgreSQL table that may hold rows, or a column becomes one. */
public final class StoredGeneratedAdded implements ChangeRule {
    private static final About ABOUT = About.of("DW407", Severity.WARN, "stored generated column added", "postgresql");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        return switch (change) {
            case AddPart(ObjectName table, Column column) when column.generated().filter(Generated::stored).isPresent() -> found(change, table, context);
            case AlterPart(ObjectName table, Column before, Column after) when after.generated().filter(Generated::stored).isPresent()
                    && !before.generated().equals(after.generated()) -> found(change, table, context);
            default -> Stream.empty();
        };
    }

    private Stream<Finding> found(Change change, ObjectName table, Context context) {
        return !context.mayHoldRows(table) ? Stream.empty() : Stream.of(context.finding(this, change,
                change.subject() + " is computed for all rows: every row of " + table + " is written anew while nobody reads or writes it",
                "choose a quiet hour, or compute it in a view, if the table is big"));
    }
}
