package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import java.util.stream.Stream;

/**
 * A table, a view, a type or a sequence gets another name.
 *
 * <p>Why: the running version of the application uses the old name until it is replaced.
 *
 * <p>What to do: where both versions run at once: keep a view under the old name until nobody uses it.
 */
public final class ObjectRenamed implements Rule {
    @Override
    public String code() {
        return "DW302";
    }

    @Override
    public String title() {
        return "table or other object renamed";
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof RenameObject(Ref from, ObjectName to))) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, Severity.WARN, change,
                from + " is called " + to + " from then on: whoever still uses the old name fails",
                "deploy the application together with the migration, or keep a view under the old name for a while"));
    }
}
