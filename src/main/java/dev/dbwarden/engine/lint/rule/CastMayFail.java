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

/** A column gets a type to which not every value of the old one converts: text to integer, text to date, one enum to another. */
public final class CastMayFail implements ChangeRule {
    private static final About ABOUT = About.of("DW208", Severity.WARN, "type change that may fail");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (context.dialect().equals("sqlite") || !(change instanceof AlterPart(ObjectName table, Column before, Column after))
                || !context.mayHoldRows(table) || !TypeChange.of(before, after).mayFail()) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, change,
                "%s gets %s in place of %s: a value that does not convert makes the migration fail".formatted(after.ref(table), after.type(), before.type()),
                "look for values that do not convert and mend them before"));
    }
}
