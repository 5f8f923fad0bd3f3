package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import java.util.stream.Stream;

/** The server copies the table, and nobody writes to it meanwhile. */
public final class TableCopied implements ChangeRule {
    private static final About ABOUT = About.of("DW501", Severity.WARN, "table copied", "mysql", "mariadb");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        boolean copied = context.way().touchesRows(context.index()) && context.statements().stream().anyMatch(statement -> statement.lock().contains("ALGORITHM=COPY"));
        return !copied ? Stream.empty() : Stream.of(context.finding(this, change,
                change.subject() + " cannot change in place: the server copies table " + change.subject().owner() + ", and nobody writes to it meanwhile",
                "choose a quiet hour, or take a tool that copies beside writers (gh-ost, pt-online-schema-change), if the table is big"));
    }
}
