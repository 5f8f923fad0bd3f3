package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.DeploymentRule;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Extension;
import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.View;
import java.util.Set;
import java.util.stream.Stream;

/** A view, a function, a sequence, a type or an extension is dropped and not made again. */
public final class ObjectDropped implements DeploymentRule {
    private static final About ABOUT = About.of("DW303", Severity.WARN, "object dropped that others may use");
    private static final Set<String> NOT_USED = Set.of("comment", "grant", "revoke");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof DropObject(SchemaObject object)) || !isUsed(object) || context.after().find(object.ref()).isPresent()) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, change,
                object.ref() + " is dropped: whoever still uses it fails", "make sure that the running application and others do not use it"));
    }

    private static boolean isUsed(SchemaObject object) {
        return switch (object) {
            case View _, Sequence _, EnumType _, Domain _, Extension _ -> true;
            case DefinedObject defined -> !defined.onTable() && !NOT_USED.contains(defined.kind());
            case Table _, Namespace _ -> false;
        };
    }
}
