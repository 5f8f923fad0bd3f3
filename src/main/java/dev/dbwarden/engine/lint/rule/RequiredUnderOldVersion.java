package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.DeploymentRule;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/** A column becomes, or comes, NOT NULL, and the version that runs may not write it. */
public final class RequiredUnderOldVersion implements DeploymentRule {
    private static final About ABOUT = About.of("DW306", Severity.WARN, "required while the running version does not write it");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        boolean unwritten = switch (change) {
            case AddPart(ObjectName table, Column column) -> context.mayHoldRows(table) && column.isRequired();
            case AlterPart(ObjectName table, Column before, Column after) -> context.mayHoldRows(table) && before.nullable() && after.isRequired();
            default -> false;
        };
        return !unwritten ? Stream.empty() : Stream.of(context.finding(this, change,
                change.subject() + " is NOT NULL and has no default: a version of the application that does not write it can add no rows",
                "give it a default, or make it NOT NULL after the version that writes it has been deployed"));
    }
}
