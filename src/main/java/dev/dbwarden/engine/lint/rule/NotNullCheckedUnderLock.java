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

/** A column of a PostgreSQL table that may hold rows becomes NOT NULL. */
public final class NotNullCheckedUnderLock implements ChangeRule {
    private static final About ABOUT = About.of("DW404", Severity.WARN, "NOT NULL checked under a lock", "postgresql");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof AlterPart(ObjectName table, Column before, Column after))
                || !context.mayHoldRows(table) || !before.nullable() || after.nullable() || !context.readsUnderLock() || isProved(after, table, context)) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, change,
                "all rows of " + table + " are read under an ACCESS EXCLUSIVE lock to see that " + after.name() + " is never NULL",
                "add CHECK (" + after.name() + " IS NOT NULL) NOT VALID and validate it before, as strategy=online does"));
    }

    private static boolean isProved(Column column, ObjectName table, Context context) {
        return context.tableBefore(table).filter(before -> before.checks().stream().anyMatch(check -> !check.options().has("not_valid")
                && check.condition().canonical().equalsIgnoreCase(column.name() + " IS NOT NULL"))).isPresent();
    }
}
