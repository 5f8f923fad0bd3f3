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

/** A NOT NULL column without a default is added to a table that may hold rows. */
public final class RequiredColumnAdded implements ChangeRule {
    private static final About ABOUT = About.of("DW201", Severity.WARN, "required column added without a default");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof AddPart(ObjectName table, Column column)) || !context.mayHoldRows(table) || !column.isRequired()) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, change,
                column.ref(table) + " is NOT NULL and has no default: adding it fails if " + table + " holds rows",
                "give it a default, or add it nullable, fill it, and make it NOT NULL in a later migration"));
    }
}
