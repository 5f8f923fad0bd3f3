package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Unique;
import java.util.List;
import java.util.stream.Stream;

/** A unique constraint or a unique index is added to a table that may hold rows, over columns that were not unique. */
public final class UniqueAdded implements ChangeRule {
    private static final About ABOUT = About.of("DW203", Severity.WARN, "uniqueness added");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        return switch (change) {
            case AddPart(ObjectName table, Unique unique) -> found(change, table, unique.columns(), context);
            case AddPart(ObjectName table, Index index) when index.unique() -> found(change, table, index.columns(), context);
            default -> Stream.empty();
        };
    }

    private Stream<Finding> found(Change change, ObjectName table, List<String> columns, Context context) {
        if (!context.mayHoldRows(table) || context.tableBefore(table).filter(before -> Keys.areUnique(before, columns)).isPresent()) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, change,
                change.subject() + " asks rows of " + table + " to differ: adding it fails on duplicates", "look for duplicates and mend them before"));
    }
}
