package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/** An index is built on a PostgreSQL table that may hold rows, without CONCURRENTLY. */
public final class IndexBuiltUnderLock implements ChangeRule {
    private static final About ABOUT = About.of("DW401", Severity.WARN, "index built under a lock", "postgresql");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof AddPart(ObjectName table, Index index)) || !context.mayHoldRows(table) || !context.readsUnderLock()) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, change,
                index.ref(table) + " is built under a SHARE lock: nobody writes to " + table + " meanwhile",
                "build it with CREATE INDEX CONCURRENTLY, as strategy=online does"));
    }
}
