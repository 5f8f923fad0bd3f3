package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/**
 * An exclusion constraint is added to a table that may hold rows.
 *
 * <p>Why: two rows that exclude each other make the migration fail; there is no NOT VALID for it.
 *
 * <p>What to do: look for such pairs first, with a self-join on the operators of the constraint.
 */
public final class ExclusionAdded implements Rule {
    @Override
    public String code() {
        return "DW205";
    }

    @Override
    public String title() {
        return "exclusion constraint added";
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof AddPart(ObjectName table, Exclusion exclusion)) || !context.mayHoldRows(table)) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, Severity.WARN, change,
                exclusion.ref(table) + " is added: that fails if two rows of " + table + " exclude each other", "look for such pairs before"));
    }
}
