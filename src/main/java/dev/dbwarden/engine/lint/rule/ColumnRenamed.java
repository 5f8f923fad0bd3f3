package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.DeploymentRule;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import java.util.stream.Stream;

/** A column gets another name. */
public final class ColumnRenamed implements DeploymentRule {
    private static final About ABOUT = About.of("DW301", Severity.WARN, "column renamed");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof RenamePart(ObjectName table, Kind kind, String from, String to, _)) || kind != Kind.COLUMN) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, change,
                Ref.column(table, from) + " is called " + to + " from then on: whoever still uses the old name fails",
                "deploy the application together with the migration, or add the new column beside the old one first"));
    }
}
