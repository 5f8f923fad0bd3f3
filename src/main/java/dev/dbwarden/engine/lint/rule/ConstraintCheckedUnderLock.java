package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/**
 * A check or a foreign key is added to a PostgreSQL table that may hold rows, without NOT VALID.
 *
 * <p>Why: all rows are read while the table is locked: ACCESS EXCLUSIVE for a check, SHARE ROW EXCLUSIVE on both tables for a foreign key
 * (PostgreSQL manual, ALTER TABLE).
 *
 * <p>What to do: add it NOT VALID, and {@code VALIDATE CONSTRAINT} in a later migration: that lets others read and write.
 */
public final class ConstraintCheckedUnderLock implements Rule {
    @Override
    public String code() {
        return "DW402";
    }

    @Override
    public String title() {
        return "constraint checked under a lock";
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!context.dialect().equals("postgresql")) {
            return Stream.empty();
        }
        return switch (change) {
            case AddPart(ObjectName table, Check check) when !check.options().has("not_valid") && !check.options().has("not_enforced") ->
                    found(change, table, "an ACCESS EXCLUSIVE lock: nobody reads or writes", context);
            case AddPart(ObjectName table, ForeignKey key) when !key.options().has("not_valid") ->
                    found(change, table, "a SHARE ROW EXCLUSIVE lock on both tables: nobody writes", context);
            default -> Stream.empty();
        };
    }

    private Stream<Finding> found(Change change, ObjectName table, String lock, Context context) {
        return !context.mayHoldRows(table) ? Stream.empty() : Stream.of(context.finding(this, Severity.WARN, change,
                "all rows of " + table + " are checked under " + lock + " meanwhile", "add it NOT VALID, and validate it in a later migration, if the table is big"));
    }
}
