package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/**
 * A foreign key is added to a table that may hold rows.
 *
 * <p>Why: a row whose target is not there makes the migration fail, and an application that writes in another order fails after it.
 *
 * <p>What to do: look for rows without a target first; in PostgreSQL add it NOT VALID and validate it later.
 */
public final class ForeignKeyAdded implements Rule {
    @Override
    public String code() {
        return "DW207";
    }

    @Override
    public String title() {
        return "foreign key added";
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof AddPart(ObjectName table, ForeignKey key)) || !context.mayHoldRows(table) || key.options().has("not_valid")) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, Severity.WARN, change,
                "a foreign key from %s(%s) to %s is added: that fails on rows without a target".formatted(table, String.join(", ", key.columns()), key.target()),
                "look for rows of " + table + " that have no row in " + key.target() + " and mend them before"));
    }
}
