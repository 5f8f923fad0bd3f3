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
 * A column of a PostgreSQL table that may hold rows becomes NOT NULL.
 *
 * <p>Why: all rows are read under an ACCESS EXCLUSIVE lock, unless a valid check {@code x IS NOT NULL} proves it (PostgreSQL 12, release
 * notes).
 *
 * <p>What to do: add such a check NOT VALID, validate it, make the column NOT NULL, and drop the check.
 */
public final class NotNullCheckedUnderLock implements Rule {
    @Override
    public String code() {
        return "DW404";
    }

    @Override
    public String title() {
        return "NOT NULL checked under a lock";
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!context.dialect().equals("postgresql") || !(change instanceof AlterPart(ObjectName table, Column before, Column after))
                || !context.mayHoldRows(table) || !before.nullable() || after.nullable() || isProved(after, table, context)) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, Severity.WARN, change,
                "all rows of " + table + " are read under an ACCESS EXCLUSIVE lock to see that " + after.name() + " is never NULL",
                "add CHECK (" + after.name() + " IS NOT NULL) NOT VALID and validate it before, if the table is big"));
    }

    private static boolean isProved(Column column, ObjectName table, Context context) {
        return context.tableBefore(table).filter(before -> before.checks().stream().anyMatch(check -> !check.options().has("not_valid")
                && check.condition().canonical().equalsIgnoreCase(column.name() + " IS NOT NULL"))).isPresent();
    }
}
