package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A primary key of 32 bits or less that counts. */
public final class KeyMayOverflow implements ChangeRule {
    private static final About ABOUT = About.habit("DW904", "key that will overflow");

    private static final Set<String> SMALL = Set.of("INTEGER", "INT", "SMALLINT", "MEDIUMINT");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        ObjectName owner = change.subject().owner();
        return Added.columns(change).filter(column -> SMALL.contains(column.type().name().toUpperCase(Locale.ROOT)) && !column.type().user())
                .filter(column -> context.tableAfter(owner).flatMap(Table::primaryKey).filter(key -> key.columns().equals(List.of(column.name()))).isPresent())
                .map(column -> context.finding(this, column.ref(owner), "%s is a key of type %s: it ends at %s".formatted(column.ref(owner), column.type(), end(column.type())),
                        "take BIGINT: changing it later rewrites the table and all that refers to it"));
    }

    private static String end(DataType type) {
        return type.name().toUpperCase(Locale.ROOT).startsWith("SMALL") ? "32 thousand" : "2.1 billion";
    }
}
