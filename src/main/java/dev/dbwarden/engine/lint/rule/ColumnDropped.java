package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/** A column that holds values of its own is dropped. Generated columns are not meant: their values are computed again. */
public final class ColumnDropped implements ChangeRule {
    private static final About ABOUT = About.of("DW102", Severity.CRITICAL, "column dropped");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof DropPart(ObjectName table, Column column)) || column.generated().isPresent()) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, change,
                column.ref(table) + " is dropped with its values; the rollback makes it again without them",
                "save the values first, or send the hint " + table + "." + ObjectName.of(column.name()) + ":new_name if the column was renamed"));
    }
}
