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

/** A table gets UNLOGGED. */
public final class TableUnlogged implements ChangeRule {
    private static final About ABOUT = About.of("DW416", Severity.WARN, "table that a crash empties", "postgresql");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        boolean unlogged = change instanceof AlterObject(Table before, Table after) && !before.options().has("unlogged") && after.options().has("unlogged");
        return !unlogged ? Stream.empty() : Stream.of(context.finding(this, change,
                change.subject() + " becomes UNLOGGED: after a crash it is empty, and replicas never have its rows; it is written anew under an ACCESS EXCLUSIVE lock",
                "leave it logged unless its rows can be made again"));
    }
}
