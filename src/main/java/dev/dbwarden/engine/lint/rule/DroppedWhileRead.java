package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.DeploymentRule;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import java.util.stream.Stream;

/** A table or a column is dropped while the version that runs may still read it. */
public final class DroppedWhileRead implements DeploymentRule {
    private static final About ABOUT = About.of("DW305", Severity.WARN, "dropped while the running version may read it");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        boolean read = switch (change) {
            case DropObject(SchemaObject object) -> object instanceof Table;
            case DropPart(ObjectName table, TablePart part) -> part instanceof Column && context.mayHoldRows(table);
            default -> false;
        };
        return !read ? Stream.empty() : Stream.of(context.finding(this, change,
                change.subject() + " is dropped: a version of the application that still reads or writes it fails from then on",
                "deploy a version that does not use it first, and drop it after; phases=expand_contract splits the migration so"));
    }
}
