package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.stream.Stream;

/** An index whose columns another one starts with. */
public final class RedundantIndex implements ChangeRule {
    private static final About ABOUT = About.habit("DW903", "index that another one covers");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        ObjectName owner = change.subject().owner();
        return Added.indexes(change).filter(index -> Keys.isPlain(index) && !index.unique()).flatMap(index -> context.tableAfter(owner)
                .filter(table -> Keys.isLedByAnother(table, index)).map(_ -> context.finding(this, index.ref(owner),
                        "another index or key of %s starts with (%s): index %s serves no query that the other does not".formatted(owner, String.join(", ", index.columns()), index.name()),
                        "drop the shorter one")).stream());
    }
}
