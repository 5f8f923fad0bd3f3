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

/** A constraint is added that holds for new rows only, or a foreign key to what is not there. */
public final class NotValidatedYet implements ChangeRule {
    private static final About ABOUT = About.of("DW415", Severity.INFO, "constraint that is not validated", "postgresql", "mysql", "mariadb");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        return switch (change) {
            case AddPart(ObjectName _, Check check) when check.options().has("not_valid") -> Stream.of(unvalidated(change, context));
            case AddPart(ObjectName _, ForeignKey key) when key.options().has("not_valid") ->
                    Stream.of(context.tableAfter(key.target()).isPresent() ? unvalidated(change, context) : dangling(change, key, context));
            default -> Stream.empty();
        };
    }

    private Finding unvalidated(Change change, Context context) {
        return context.finding(this, change, change.subject() + " holds for new rows; those that are there may break it",
                "validate it in a later migration: take NOT VALID out of the model");
    }

    private Finding dangling(Change change, ForeignKey key, Context context) {
        return context.finding(this, change, change.subject() + " refers to " + key.target() + ", which is not there: the server refuses every row that has a value in it",
                "make that table, or drop the key");
    }
}
