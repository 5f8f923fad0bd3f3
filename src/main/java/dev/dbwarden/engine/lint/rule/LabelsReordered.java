package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The labels of an ENUM or SET column change otherwise than by more at the end. */
public final class LabelsReordered implements ChangeRule {
    private static final About ABOUT = About.of("DW502", Severity.WARN, "enum or set labels moved or removed", "mysql", "mariadb");

    private static final Set<String> LISTED = Set.of("enum", "set");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        boolean moved = change instanceof AlterPart(ObjectName table, Column before, Column after) && context.mayHoldRows(table) && isListed(before) && isListed(after)
                && before.type().name().equalsIgnoreCase(after.type().name()) && !labels(after).startsWith(labels(before));
        return !moved ? Stream.empty() : Stream.of(context.finding(this, change,
                change.subject() + " has labels that move or go: rows are stored by the label's number and are written anew, and a row with a label that goes fails the migration or is emptied",
                "add labels at the end only; look for rows with a label that goes"));
    }

    private static boolean isListed(Column column) {
        return LISTED.contains(column.type().name().toLowerCase(Locale.ROOT));
    }

    /** The list up to its closing bracket, so that a longer list starts with a shorter one. */
    private static String labels(Column column) {
        String text = column.type().canonical();
        int close = text.lastIndexOf(')');
        return close < 0 ? text : text.substring(0, close);
    }
}
