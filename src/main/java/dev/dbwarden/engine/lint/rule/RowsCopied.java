package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Table;
import java.util.stream.Stream;

/** A table's engine or one of its keys changes, so it is made anew. */
public final class RowsCopied implements ChangeRule {
    private static final About ABOUT = About.of("DW702", Severity.WARN, "table made anew while rows come in", "clickhouse");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        boolean rebuilt = change instanceof AlterObject(Table before, Table after) && Stream.of("engine", "order_by", "primary_key", "partition_by")
                .anyMatch(option -> !before.options().find(option).equals(after.options().find(option)));
        return !rebuilt ? Stream.empty() : Stream.of(context.finding(this, change,
                change.subject() + " is made anew: its rows are copied into a new table that then takes its name, and rows that are written between the copy and the exchange are lost",
                "stop the writers meanwhile, or write these rows again"));
    }
}
