package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import java.util.stream.Stream;

/** An attribute of a composite type is dropped while columns hold values of the type. */
public final class AttributeDropped implements ChangeRule {
    private static final About ABOUT = About.of("DW108", Severity.CRITICAL, "attribute of a composite type dropped", "postgresql");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        return context.statements().stream().map(Statement::loses).filter(lost -> !lost.isEmpty()).map(lost -> context.finding(this, change,
                change.subject() + " loses the " + lost + ": what columns of the type hold in it is gone",
                "copy the values to a column of their own first, or keep the attribute"));
    }
}
