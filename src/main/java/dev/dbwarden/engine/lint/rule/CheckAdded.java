package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/** A check is added to a table that may hold rows, or to a domain that columns may have. */
public final class CheckAdded implements ChangeRule {
    private static final About ABOUT = About.of("DW206", Severity.WARN, "check added");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        return switch (change) {
            case AddPart(ObjectName table, Check check) when context.mayHoldRows(table) && !check.options().has("not_valid") && !check.options().has("not_enforced") ->
                    found(change, table.toString(), context);
            case AlterObject(Domain before, Domain after) when !before.checks().containsAll(after.checks()) || before.nullable() && !after.nullable() ->
                    found(change, "tables that use it", context);
            default -> Stream.empty();
        };
    }

    private Stream<Finding> found(Change change, String where, Context context) {
        return Stream.of(context.finding(this, change,
                change.subject() + " asks more than before: that fails on rows of " + where + " that do not meet it", "look for such rows and mend them before"));
    }
}
