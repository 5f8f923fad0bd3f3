package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/**
 * A column gets a type to which not every value of the old one converts: text to integer, text to date, one enum to another.
 *
 * <p>Why: one value that does not convert makes the migration fail. SQLite converts what it can and keeps the rest, so it is not meant.
 *
 * <p>What to do: look for values that do not convert first; or add a column of the new type, fill it, and drop the old one later.
 */
public final class CastMayFail implements Rule {
    @Override
    public String code() {
        return "DW208";
    }

    @Override
    public String title() {
        return "type change that may fail";
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (context.dialect().equals("sqlite") || !(change instanceof AlterPart(ObjectName table, Column before, Column after))
                || !context.mayHoldRows(table) || !TypeChange.of(before, after).mayFail()) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, Severity.WARN, change,
                "%s gets %s in place of %s: a value that does not convert makes the migration fail".formatted(after.ref(table), after.type(), before.type()),
                "look for values that do not convert and mend them before"));
    }
}
