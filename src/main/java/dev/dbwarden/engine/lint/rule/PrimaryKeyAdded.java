package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PrimaryKey;
import java.util.stream.Stream;

/** A table that may hold rows gets a primary key, or another one, over columns that were not unique and NOT NULL. */
public final class PrimaryKeyAdded implements ChangeRule {
    private static final About ABOUT = About.of("DW204", Severity.WARN, "primary key added");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!(change instanceof AddPart(ObjectName table, PrimaryKey key)) || !context.mayHoldRows(table)
                || context.tableBefore(table).filter(before -> Keys.areUnique(before, key.columns()) && Keys.areRequired(before, key.columns())).isPresent()) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, change,
                "table " + table + " gets the primary key (" + String.join(", ", key.columns()) + "): that fails on duplicates and NULLs",
                "look for duplicates and NULLs and mend them before"));
    }
}
