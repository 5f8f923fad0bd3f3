package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Table;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A table's engine, or the key by which it does so, makes one row out of several. */
public final class RowsCollapse implements ChangeRule {
    private static final About ABOUT = About.of("DW701", Severity.CRITICAL, "rows of one key become one", "clickhouse");
    private static final Pattern COLLAPSING = Pattern.compile("(?:Replicated|Shared)?(?:Replacing|Summing|Aggregating|Collapsing|VersionedCollapsing|Coalescing|Graphite)MergeTree\\b.*");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof AlterObject(Table before, Table after)) || !changes(before, after)) {
            return Stream.empty();
        }
        String engine = after.options().find("engine").orElse("");
        return Stream.of(context.finding(this, change,
                "table %s: %s makes one row out of all that have one sorting key (%s), when its parts are merged; the other rows are lost".formatted(
                        after.name(), engine, after.options().find("order_by").orElse("tuple()")),
                "keep a copy of the table under another name until you have looked at the rows that are left"));
    }

    private static boolean changes(Table before, Table after) {
        boolean collapses = COLLAPSING.matcher(after.options().find("engine").orElse("")).matches();
        return collapses && Stream.of("engine", "order_by", "partition_by").anyMatch(option -> !before.options().find(option).equals(after.options().find(option)));
    }
}
