package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import java.util.stream.Stream;

/**
 * A column gets another name.
 *
 * <p>Why: the running version of the application reads and writes the old name until it is replaced.
 *
 * <p>What to do: where both versions run at once: add the new column, write both, move the readers, drop the old one.
 */
public final class ColumnRenamed implements Rule {
    @Override
    public String code() {
        return "DW301";
    }

    @Override
    public String title() {
        return "column renamed";
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof RenamePart(ObjectName table, Kind kind, String from, String to)) || kind != Kind.COLUMN) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, Severity.WARN, change,
                Ref.column(table, from) + " is called " + to + " from then on: whoever still uses the old name fails",
                "deploy the application together with the migration, or add the new column beside the old one first"));
    }
}
