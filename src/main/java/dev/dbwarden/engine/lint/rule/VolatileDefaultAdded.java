package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/**
 * A column whose default differs from row to row ({@code random()}, {@code gen_random_uuid()}, a sequence) is added to a PostgreSQL table
 * that may hold rows.
 */
public final class VolatileDefaultAdded implements ChangeRule {
    private static final About ABOUT = About.of("DW406", Severity.WARN, "column added with a volatile default", "postgresql");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof AddPart(ObjectName table, Column column)) || !context.mayHoldRows(table)
                || column.generated().isPresent() || !context.rewrites()) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, change,
                column.ref(table) + " gets another value in each row: every row of " + table + " is written anew while nobody reads or writes it",
                "add the column without the default, set the default, and fill the rows in parts, as strategy=online does for a default"));
    }
}
