package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/** An exclusion constraint is added to a table that may hold rows. */
public final class ExclusionAdded implements ChangeRule {
    private static final About ABOUT = About.of("DW205", Severity.WARN, "exclusion constraint added");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof AddPart(ObjectName table, Exclusion exclusion)) || !context.mayHoldRows(table)) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, change,
                exclusion.ref(table) + " is added: that fails if two rows of " + table + " exclude each other", "look for such pairs before"));
    }
}
