package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/** A check or a foreign key is added to a PostgreSQL table that may hold rows, without NOT VALID. */
public final class ConstraintCheckedUnderLock implements ChangeRule {
    private static final About ABOUT = About.of("DW402", Severity.WARN, "constraint checked under a lock", "postgresql");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        return switch (change) {
            case AddPart(ObjectName table, Check _) when context.readsUnderLock() ->
                    found(change, table, "an ACCESS EXCLUSIVE lock: nobody reads or writes", context);
            case AddPart(ObjectName table, ForeignKey _) when context.readsUnderLock() ->
                    found(change, table, "a SHARE ROW EXCLUSIVE lock on both tables: nobody writes", context);
            default -> Stream.empty();
        };
    }

    private Stream<Finding> found(Change change, ObjectName table, String lock, Context context) {
        return !context.mayHoldRows(table) ? Stream.empty() : Stream.of(context.finding(this, change,
                "all rows of " + table + " are checked under " + lock + " meanwhile", "add it NOT VALID and validate it after, as strategy=online does"));
    }
}
