package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Direction;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import java.util.stream.Stream;

/** The rollback makes a table or a column again that the upgrade drops. */
public final class RecreatedEmpty implements ChangeRule {
    private static final About ABOUT = About.of("DW107", Severity.INFO, "made again without its data");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        boolean empty = switch (change) {
            case CreateObject(SchemaObject object) -> object instanceof Table;
            case AddPart(ObjectName table, TablePart part) -> part instanceof Column column && column.generated().isEmpty() && context.mayHoldRows(table);
            default -> false;
        };
        return !empty || context.way().direction() == Direction.UPGRADE ? Stream.empty() : Stream.of(context.finding(this, change,
                change.subject() + " comes back without the data that it held", "keep a copy before the upgrade"));
    }
}
