package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/** A foreign key is added to a table that may hold rows. */
public final class ForeignKeyAdded implements ChangeRule {
    private static final About ABOUT = About.of("DW207", Severity.WARN, "foreign key added");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof AddPart(ObjectName table, ForeignKey key)) || !context.mayHoldRows(table) || key.options().has("not_valid")) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, change,
                "a foreign key from %s(%s) to %s is added: that fails on rows without a target".formatted(table, String.join(", ", key.columns()), key.target()),
                "look for rows of " + table + " that have no row in " + key.target() + " and mend them before"));
    }
}
