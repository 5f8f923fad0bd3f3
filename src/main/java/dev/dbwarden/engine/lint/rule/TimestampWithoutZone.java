package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/** A point in time without a time zone. */
public final class TimestampWithoutZone implements ChangeRule {
    private static final About ABOUT = About.habit("DW905", "timestamp without time zone", "postgresql");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        ObjectName owner = change.subject().owner();
        return Added.columns(change).filter(column -> column.type().name().equals("TIMESTAMP") && !column.type().user())
                .map(column -> context.finding(this, column.ref(owner), "%s has no time zone: its value means another moment in every session's zone".formatted(column.ref(owner)),
                        "take TIMESTAMPTZ, which takes as much space"));
    }
}
