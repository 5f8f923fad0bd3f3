package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.List;
import java.util.stream.Stream;

/** SQLite makes a table anew that rows of other tables would be deleted with. */
public final class CascadingChildren implements ChangeRule {
    private static final About ABOUT = About.of("DW602", Severity.INFO, "rebuild of a table with cascading children", "sqlite");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        ObjectName table = change.subject().owner();
        List<String> children = !TableRebuilt.isRebuilding(change) || !context.mayHoldRows(table) ? List.of()
                : context.before().tables().filter(child -> !child.name().equals(table) && child.foreignKeys().stream().anyMatch(key -> key.target().equals(table) && key.onDelete().equals("CASCADE")))
                .map(child -> child.name().toString()).toList();
        return children.isEmpty() ? Stream.empty() : Stream.of(context.finding(this, change,
                "table %s is made anew, and rows of %s would go with the old one: they are made anew with it, so that none is lost".formatted(table, String.join(", ", children)),
                "run the script whole and unchanged, with sqlite3 -bail"));
    }
}
