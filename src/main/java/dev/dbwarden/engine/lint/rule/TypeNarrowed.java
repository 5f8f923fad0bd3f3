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

/**
 * A column gets a type that holds less: {@code varchar(100)} to {@code varchar(50)}, {@code bigint} to {@code integer}, fewer digits, a
 * shorter fraction of a second.
 */
public final class TypeNarrowed implements ChangeRule {
    private static final About ABOUT = About.of("DW105", Severity.CRITICAL, "type narrowed");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (context.dialect().equals("sqlite") || !(change instanceof AlterPart(ObjectName table, Column before, Column after))
                || !context.mayHoldRows(table) || !TypeChange.of(before, after).narrows()) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, change,
                "%s gets %s in place of %s: values that do not fit make the migration fail, or lose digits".formatted(after.ref(table), after.type(), before.type()),
                "look for values that do not fit and mend them before"));
    }
}
