package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.lint.Way;
import dev.dbwarden.engine.schema.EnumType;
import java.util.stream.Stream;

/** A label of an enumerated type is used in the migration that adds it. */
public final class EnumLabelUsed implements Rule {
    private static final About ABOUT = About.of("DW409", Severity.WARN, "enum label used where it is added", "postgresql");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Way way) {
        return way.contexts().flatMap(context -> context.change() instanceof AlterObject(EnumType before, EnumType after)
                ? after.labels().stream().filter(label -> !before.labels().contains(label)).flatMap(label -> uses(label, after, way)) : Stream.empty());
    }

    private Stream<Finding> uses(String label, EnumType type, Way way) {
        String literal = "'" + label.replace("'", "''") + "'";
        return way.contexts().filter(context -> Texts.of(context.change()).anyMatch(text -> text.canonical().contains(literal)))
                .map(context -> context.finding(this, context.change(),
                        "%s uses the label %s, which enum %s gets in the same migration: in one transaction that fails".formatted(context.change().subject(), literal, type.name()),
                        "let ALTER TYPE .. ADD VALUE be committed before; the statement stands apart for that"));
    }
}
