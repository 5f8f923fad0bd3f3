package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Namespace;
import java.util.stream.Stream;

/** A schema (a namespace) is dropped. */
public final class SchemaDropped implements ChangeRule {
    private static final About ABOUT = About.of("DW103", Severity.CRITICAL, "schema dropped");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof DropObject(Namespace namespace))) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, change,
                "schema " + namespace.name() + " is dropped; objects in it that the snapshot does not know make that fail, or are lost with CASCADE",
                "make sure that nothing else lives in " + namespace.name() + ", and never add CASCADE"));
    }
}
