package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.EnumType;
import java.util.List;
import java.util.stream.Stream;

/** An enumerated type of PostgreSQL gets a label. */
public final class EnumLabelAdded implements ChangeRule {
    private static final About ABOUT = About.of("DW408", Severity.INFO, "enum label added", "postgresql");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof AlterObject(EnumType before, EnumType after))) {
            return Stream.empty();
        }
        List<String> added = after.labels().stream().filter(label -> !before.labels().contains(label)).toList();
        return added.isEmpty() ? Stream.empty() : Stream.of(context.finding(this, change,
                "enum " + after.name() + " gets " + String.join(", ", added) + ", which cannot be used in the transaction that adds it",
                "write and read the new label after this migration has been applied"));
    }
}
