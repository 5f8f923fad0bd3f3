package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PrimaryKey;
import java.util.stream.Stream;

/**
 * A table that may hold rows gets a primary key, or another one, over columns that were not unique and NOT NULL.
 *
 * <p>Why: duplicates and NULLs make the migration fail.
 *
 * <p>What to do: look for duplicates and NULLs first.
 */
public final class PrimaryKeyAdded implements Rule {
    @Override
    public String code() {
        return "DW204";
    }

    @Override
    public String title() {
        return "primary key added";
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof AddPart(ObjectName table, PrimaryKey key)) || !context.mayHoldRows(table)
                || context.tableBefore(table).filter(before -> Keys.areUnique(before, key.columns()) && Keys.areRequired(before, key.columns())).isPresent()) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, Severity.WARN, change,
                "table " + table + " gets the primary key (" + String.join(", ", key.columns()) + "): that fails on duplicates and NULLs",
                "look for duplicates and NULLs and mend them before"));
    }
}
