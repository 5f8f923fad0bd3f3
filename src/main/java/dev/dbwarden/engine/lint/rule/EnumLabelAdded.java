package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.EnumType;
import java.util.List;
import java.util.stream.Stream;

/**
 * An enumerated type of PostgreSQL gets a label.
 *
 * <p>Why: the new label cannot be used before the transaction that adds it has ended (PostgreSQL manual, ALTER TYPE): a default, a check
 * or an UPDATE with it in the same transaction fails.
 *
 * <p>What to do: use the label in a later migration.
 */
public final class EnumLabelAdded implements Rule {
    @Override
    public String code() {
        return "DW408";
    }

    @Override
    public String title() {
        return "enum label added";
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!context.dialect().equals("postgresql") || !(change instanceof AlterObject(EnumType before, EnumType after))) {
            return Stream.empty();
        }
        List<String> added = after.labels().stream().filter(label -> !before.labels().contains(label)).toList();
        return added.isEmpty() ? Stream.empty() : Stream.of(context.finding(this, Severity.INFO, change,
                "enum " + after.name() + " gets " + String.join(", ", added) + ", which cannot be used in the transaction that adds it",
                "write and read the new label after this migration has been applied"));
    }
}
