package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.RenameLabel;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.DeploymentRule;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import java.util.stream.Stream;

/** A table, a view, a type, a label of one or a sequence gets another name. */
public final class ObjectRenamed implements DeploymentRule {
    private static final About ABOUT = About.of("DW302", Severity.WARN, "table or other object renamed");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        return switch (change) {
            case RenameObject(Ref from, ObjectName to, _) -> Stream.of(context.finding(this, change,
                    from + " is called " + to + " from then on: whoever still uses the old name fails",
                    "deploy the application together with the migration, or keep a view under the old name for a while"));
            case RenameLabel(_, _, String to, _) -> Stream.of(context.finding(this, change,
                    change.subject() + " is called " + to + " from then on: whoever still writes the old one fails, and reads one that it does not know",
                    "deploy the application together with the migration, or teach it both labels first; what functions say in their bodies is theirs to change"));
            default -> Stream.empty();
        };
    }
}
