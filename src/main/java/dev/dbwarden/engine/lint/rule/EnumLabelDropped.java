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

/** A label is taken out of an enumerated type. */
public final class EnumLabelDropped implements ChangeRule {
    private static final About ABOUT = About.of("DW104", Severity.CRITICAL, "enum label dropped");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof AlterObject(EnumType before, EnumType after))) {
            return Stream.empty();
        }
        List<String> dropped = before.labels().stream().filter(label -> !after.labels().contains(label)).toList();
        return dropped.isEmpty() ? Stream.empty() : Stream.of(context.finding(this, change,
                "enum " + after.name() + " loses " + String.join(", ", dropped) + "; rows that hold it make the migration fail",
                "update the rows that hold it to another label first"));
    }
}
