package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Column;
import java.util.stream.Stream;

/** A column's type changes, which is a mutation of every part. */
public final class PartsMutated implements ChangeRule {
    private static final About ABOUT = About.of("DW703", Severity.INFO, "mutation that rewrites parts", "clickhouse");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        boolean mutates = change instanceof AlterPart(var table, Column before, Column after) && !before.type().equals(after.type()) && context.mayHoldRows(table);
        return !mutates ? Stream.empty() : Stream.of(context.finding(this, change,
                change.subject() + " gets another type: a mutation writes the column anew in every part, and a value that cannot be converted stops it halfway",
                "look at system.mutations afterwards; choose a quiet hour for a big table"));
    }
}
