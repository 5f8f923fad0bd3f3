package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/**
 * An index is built on a PostgreSQL table that may hold rows, without CONCURRENTLY.
 *
 * <p>Why: {@code CREATE INDEX} takes a SHARE lock: nobody writes to the table until the index is built (PostgreSQL manual, CREATE INDEX,
 * "Building Indexes Concurrently").
 *
 * <p>What to do: on a big table run {@code CREATE INDEX CONCURRENTLY} by hand, outside a transaction, before; then export the snapshot.
 */
public final class IndexBuiltUnderLock implements Rule {
    @Override
    public String code() {
        return "DW401";
    }

    @Override
    public String title() {
        return "index built under a lock";
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!context.dialect().equals("postgresql") || !(change instanceof AddPart(ObjectName table, Index index)) || !context.mayHoldRows(table)) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, Severity.WARN, change,
                index.ref(table) + " is built under a SHARE lock: nobody writes to " + table + " meanwhile",
                "build it with CREATE INDEX CONCURRENTLY before, if the table is big"));
    }
}
