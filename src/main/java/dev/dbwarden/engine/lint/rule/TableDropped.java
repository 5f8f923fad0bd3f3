package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Table;
import java.util.stream.Stream;

/**
 * A table is dropped.
 *
 * <p>Why: its rows are gone; the rollback makes the table again, empty.
 *
 * <p>What to do: keep a copy of the rows (rename the table first and drop it in a later migration), or say that it was renamed: a hint
 * {@code old:new}.
 */
public final class TableDropped implements Rule {
    @Override
    public String code() {
        return "DW101";
    }

    @Override
    public String title() {
        return "table dropped";
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof DropObject(Table table))) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, Severity.CRITICAL, change,
                "table " + table.name() + " is dropped with all its rows; the rollback makes it again, empty",
                "save the rows first, or send the hint " + table.name() + ":new_name if the table was renamed"));
    }
}
