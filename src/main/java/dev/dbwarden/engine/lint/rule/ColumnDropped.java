package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/**
 * A column that holds values of its own is dropped. Generated columns are not meant: their values are computed again.
 *
 * <p>Why: the values are gone; the rollback makes the column again without them.
 *
 * <p>What to do: stop using the column first, keep a copy of its values, and drop it in a later migration; or say that it was renamed: a
 * hint {@code table.old:new}.
 */
public final class ColumnDropped implements Rule {
    @Override
    public String code() {
        return "DW102";
    }

    @Override
    public String title() {
        return "column dropped";
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof DropPart(ObjectName table, Column column)) || column.generated().isPresent()) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, Severity.CRITICAL, change,
                column.ref(table) + " is dropped with its values; the rollback makes it again without them",
                "save the values first, or send the hint " + table + "." + ObjectName.of(column.name()) + ":new_name if the column was renamed"));
    }
}
