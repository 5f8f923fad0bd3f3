package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import java.util.stream.Stream;

/** An index that is there already under another name. */
public final class DuplicateIndex implements ChangeRule {
    private static final About ABOUT = About.habit("DW902", "duplicate index");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        return Added.indexes(change).flatMap(index -> context.tableAfter(change.subject().owner()).stream().flatMap(table -> table.indexes().stream())
                .filter(other -> !other.name().equals(index.name()) && other.withName(index.name()).equals(index)).limit(1)
                .map(other -> context.finding(this, index.ref(change.subject().owner()), "index %s is the same as index %s: it costs writes and space, and serves no query"
                        .formatted(index.name(), other.name()), "drop one of them")));
    }
}
