package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/** A foreign key is dropped and not made again under its name. */
public final class ForeignKeyDropped implements ChangeRule {
    private static final About ABOUT = About.of("DW304", Severity.INFO, "foreign key dropped");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof DropPart(ObjectName table, ForeignKey key)) || context.after().table(table).isEmpty()
                || context.after().table(table).filter(after -> after.parts().find(key.partKey()).isPresent()).isPresent()) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, change,
                "nothing keeps %s(%s) and %s together any more; the rollback fails on rows that lost their target".formatted(table, String.join(", ", key.columns()), key.target()),
                "make sure that the application keeps the reference itself"));
    }
}
