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
 * A column gets a type that holds less: {@code varchar(100)} to {@code varchar(50)}, {@code bigint} to {@code integer}, fewer digits, a
 * shorter fraction of a second.
 *
 * <p>Why: values that do not fit make the migration fail, or are rounded or cut; the rollback does not bring back what was cut. SQLite
 * keeps values whatever the type says, so it is not meant.
 *
 * <p>What to do: look for values that do not fit before ({@code max(length(x))}, {@code max(x)}), and mend them.
 */
public final class TypeNarrowed implements Rule {
    @Override
    public String code() {
        return "DW105";
    }

    @Override
    public String title() {
        return "type narrowed";
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (context.dialect().equals("sqlite") || !(change instanceof AlterPart(ObjectName table, Column before, Column after))
                || !context.mayHoldRows(table) || !TypeChange.of(before, after).narrows()) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, Severity.CRITICAL, change,
                "%s gets %s in place of %s: values that do not fit make the migration fail, or lose digits".formatted(after.ref(table), after.type(), before.type()),
                "look for values that do not fit and mend them before"));
    }
}
