package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/** A column that may be NULL becomes NOT NULL. */
public final class NotNullSet implements ChangeRule {
    private static final About ABOUT = About.of("DW202", Severity.WARN, "nullable column made NOT NULL");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof AlterPart(ObjectName table, Column before, Column after)) || !context.mayHoldRows(table) || !before.nullable() || after.nullable()) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, change,
                after.ref(table) + " becomes NOT NULL: that fails if a row of " + table + " has no value there",
                "fill the rows that have none before the migration"));
    }
}
