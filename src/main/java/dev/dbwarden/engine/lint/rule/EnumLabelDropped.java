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
 * A label is taken out of an enumerated type.
 *
 * <p>Why: rows that hold it cannot be converted, and what the label said is gone once they have been mended.
 *
 * <p>What to do: update the rows to another label first; if the label only got another name, rename it with {@code ALTER TYPE .. RENAME
 * VALUE} and export the snapshot.
 */
public final class EnumLabelDropped implements Rule {
    @Override
    public String code() {
        return "DW104";
    }

    @Override
    public String title() {
        return "enum label dropped";
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof AlterObject(EnumType before, EnumType after))) {
            return Stream.empty();
        }
        List<String> dropped = before.labels().stream().filter(label -> !after.labels().contains(label)).toList();
        return dropped.isEmpty() ? Stream.empty() : Stream.of(context.finding(this, Severity.CRITICAL, change,
                "enum " + after.name() + " loses " + String.join(", ", dropped) + "; rows that hold it make the migration fail",
                "update the rows that hold it to another label first"));
    }
}
