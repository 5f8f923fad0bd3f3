package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/** A constraint is added that holds for new rows only. */
public final class NotValidatedYet implements ChangeRule {
    private static final About ABOUT = About.of("DW415", Severity.INFO, "constraint that is not validated", "postgresql");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        boolean open = switch (change) {
            case AddPart(ObjectName _, Check check) -> check.options().has("not_valid");
            case AddPart(ObjectName _, ForeignKey key) -> key.options().has("not_valid");
            default -> false;
        };
        return !open ? Stream.empty() : Stream.of(context.finding(this, change,
                change.subject() + " holds for new rows; those that are there may break it", "validate it in a later migration: take NOT VALID out of the model"));
    }
}
