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

/** A column of a PostgreSQL table that may hold rows gets a type that is stored in another way. */
public final class TypeChangeRewrites implements ChangeRule {
    private static final About ABOUT = About.of("DW405", Severity.WARN, "type change that rewrites the table", "postgresql");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof AlterPart(ObjectName table, Column before, Column after))
                || !context.mayHoldRows(table) || before.type().equals(after.type()) || !context.rewrites()) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, change,
                "%s gets %s in place of %s: every row of %s is written anew while nobody reads or writes it".formatted(after.ref(table), after.type(), before.type(), table),
                "add a column of the new type, fill it in parts and swap the two, if the table is big"));
    }
}
