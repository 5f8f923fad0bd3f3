package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/**
 * A foreign key is dropped and not made again under its name.
 *
 * <p>Why: nothing keeps the rows together any more: rows without a target may appear, and then the rollback fails on them.
 *
 * <p>What to do: make sure that the application keeps the reference itself.
 */
public final class ForeignKeyDropped implements Rule {
    @Override
    public String code() {
        return "DW304";
    }

    @Override
    public String title() {
        return "foreign key dropped";
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof DropPart(ObjectName table, ForeignKey key)) || context.after().table(table).isEmpty()
                || context.after().table(table).filter(after -> after.parts().find(key.partKey()).isPresent()).isPresent()) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, Severity.INFO, change,
                "nothing keeps %s(%s) and %s together any more; the rollback fails on rows that lost their target".formatted(table, String.join(", ", key.columns()), key.target()),
                "make sure that the application keeps the reference itself"));
    }
}
