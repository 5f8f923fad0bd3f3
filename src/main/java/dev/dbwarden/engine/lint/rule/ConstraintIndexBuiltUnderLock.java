package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import java.util.stream.Stream;

/** A unique constraint, a primary key or an exclusion constraint is added to a PostgreSQL table that may hold rows. */
public final class ConstraintIndexBuiltUnderLock implements ChangeRule {
    private static final About ABOUT = About.of("DW403", Severity.WARN, "index of a constraint built under a lock", "postgresql");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof AddPart(ObjectName table, TablePart part)) || !context.mayHoldRows(table) || !context.readsUnderLock()) {
            return Stream.empty();
        }
        return switch (part) {
            case Unique _, PrimaryKey _, Exclusion _ -> Stream.of(context.finding(this, change,
                    "the index of this " + part.kind().phrase() + " is built under an ACCESS EXCLUSIVE lock: nobody reads or writes " + table + " meanwhile",
                    part instanceof Exclusion ? "choose a quiet hour" : "build a unique index CONCURRENTLY before and add the constraint USING INDEX, as strategy=online does"));
            case Column _, Check _, ForeignKey _, Index _ -> Stream.empty();
        };
    }
}
