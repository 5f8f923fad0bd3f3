package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Table;
import java.util.stream.Stream;

/** The character set or the collation of a column or a table changes. */
public final class CollationChanged implements ChangeRule {
    private static final About ABOUT = About.of("DW504", Severity.WARN, "character set or collation changed", "mysql", "mariadb");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        boolean changed = switch (change) {
            case AlterPart(ObjectName table, Column before, Column after) -> context.mayHoldRows(table) && !before.collation().equals(after.collation());
            case AlterObject(Table before, Table after) -> !before.options().find("collate").equals(after.options().find("collate"));
            default -> false;
        };
        return !changed ? Stream.empty() : Stream.of(context.finding(this, change,
                change.subject() + " compares and sorts in another way from then on: what was unique may not be so any more, and characters that the new set lacks are lost",
                "look for values that become equal; change columns that are joined together"));
    }
}
