package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/**
 * A column of a PostgreSQL table that may hold rows gets a type that is stored in another way.
 *
 * <p>Why: every row is written anew, and every index with the column built anew, under an ACCESS EXCLUSIVE lock; it takes twice the space
 * meanwhile (PostgreSQL manual, ALTER TABLE, Notes).
 *
 * <p>What to do: on a big table add a column of the new type, fill it in parts, and swap the two.
 */
public final class TypeChangeRewrites implements Rule {
    @Override
    public String code() {
        return "DW405";
    }

    @Override
    public String title() {
        return "type change that rewrites the table";
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!context.dialect().equals("postgresql") || !(change instanceof AlterPart(ObjectName table, Column before, Column after))
                || !context.mayHoldRows(table) || !TypeChange.of(before, after).rewrites()) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, Severity.WARN, change,
                "%s gets %s in place of %s: every row of %s is written anew while nobody reads or writes it".formatted(after.ref(table), after.type(), before.type(), table),
                "add a column of the new type, fill it in parts and swap the two, if the table is big"));
    }
}
