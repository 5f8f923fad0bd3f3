package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Table;
import java.util.stream.Stream;

/** A foreign key whose columns no index leads with. */
public final class ForeignKeyWithoutIndex implements ChangeRule {
    private static final About ABOUT = About.of("DW413", Severity.INFO, "foreign key without an index", "postgresql", "sqlite");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        return switch (change) {
            case AddPart(ObjectName table, ForeignKey key) -> found(table, key, context);
            case CreateObject(Table table) -> table.foreignKeys().stream().flatMap(key -> found(table.name(), key, context));
            default -> Stream.empty();
        };
    }

    private Stream<Finding> found(ObjectName table, ForeignKey key, Context context) {
        return context.tableAfter(table).filter(after -> !Keys.isLed(after, key.columns())).map(_ -> context.finding(this, key.ref(table),
                "no index of %s starts with (%s): a delete or an update in %s reads all of %s".formatted(table, String.join(", ", key.columns()), key.target(), table),
                "add an index on (%s) of %s".formatted(String.join(", ", key.columns()), table))).stream();
    }
}
