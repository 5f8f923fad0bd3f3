package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/** An index is dropped under a lock that keeps everybody from its table. */
public final class IndexDroppedUnderLock implements ChangeRule {
    private static final About ABOUT = About.of("DW414", Severity.INFO, "index dropped under a lock", "postgresql");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        boolean locking = change instanceof DropPart(ObjectName table, Index _) && context.mayHoldRows(table)
                && context.statements().stream().anyMatch(statement -> statement.lock().equals("ACCESS EXCLUSIVE"));
        return !locking ? Stream.empty() : Stream.of(context.finding(this, change,
                "dropping %s takes an ACCESS EXCLUSIVE lock on %s: it waits for every query on it, and all others wait behind".formatted(change.subject(), change.subject().owner()),
                "drop it CONCURRENTLY, as strategy=online does"));
    }
}
