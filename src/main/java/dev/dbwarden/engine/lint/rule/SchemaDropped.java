package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Namespace;
import java.util.stream.Stream;

/**
 * A schema (a namespace) is dropped.
 *
 * <p>Why: whatever lives in it that the snapshot does not know stands in the way, or goes with it where somebody adds CASCADE.
 *
 * <p>What to do: look into the schema before; drop it in a migration of its own.
 */
public final class SchemaDropped implements Rule {
    @Override
    public String code() {
        return "DW103";
    }

    @Override
    public String title() {
        return "schema dropped";
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof DropObject(Namespace namespace))) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, Severity.CRITICAL, change,
                "schema " + namespace.name() + " is dropped; objects in it that the snapshot does not know make that fail, or are lost with CASCADE",
                "make sure that nothing else lives in " + namespace.name() + ", and never add CASCADE"));
    }
}
