package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Table;
import java.util.stream.Stream;

/** A table is dropped. */
public final class TableDropped implements ChangeRule {
    private static final About ABOUT = About.of("DW101", Severity.CRITICAL, "table dropped");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof DropObject(Table table))) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, change,
                "table " + table.name() + " is dropped with all its rows; the rollback makes it again, empty",
                "save the rows first, or send the hint " + table.name() + ":new_name if the table was renamed"));
    }
}
