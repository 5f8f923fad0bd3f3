package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/**
 * A column that may be NULL becomes NOT NULL.
 *
 * <p>Why: one row with NULL makes the migration fail, and an application that still writes NULL fails after it.
 *
 * <p>What to do: fill the rows first ({@code UPDATE .. SET x = .. WHERE x IS NULL}), and give the column a default.
 */
public final class NotNullSet implements Rule {
    @Override
    public String code() {
        return "DW202";
    }

    @Override
    public String title() {
        return "nullable column made NOT NULL";
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof AlterPart(ObjectName table, Column before, Column after)) || !context.mayHoldRows(table) || !before.nullable() || after.nullable()) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, Severity.WARN, change,
                after.ref(table) + " becomes NOT NULL: that fails if a row of " + table + " has no value there",
                "fill the rows that have none before the migration"));
    }
}
