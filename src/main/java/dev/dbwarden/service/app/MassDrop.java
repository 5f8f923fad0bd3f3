package dev.dbwarden.service.app;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.service.api.ChangeAnswer;
import dev.dbwarden.service.api.MigrationAnswer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The guard against a model of which a part got lost on its way: a file that a pattern missed would otherwise drop its tables.
 *
 * @param most how many tables may be dropped at once; empty for fewer than five, or fewer than half of all
 */
record MassDrop(Optional<Integer> most) {
    private static final int MANY = 5;
    private static final String DROP_TABLE = "drop_table";

    /** The finding about dropping so many of the tables that there are. */
    Optional<Finding> finding(List<Change> changes, Schema before) {
        long dropped = changes.stream().filter(change -> change instanceof DropObject(Table _)).count();
        long tables = before.tables().count();
        boolean many = most.map(limit -> dropped > limit).orElse(dropped >= MANY && 2 * dropped >= tables);
        return many ? Optional.of(ServiceFinding.MASS_DROP.finding("%d of %d tables are dropped".formatted(dropped, tables),
                "look whether the whole model was sent; if it was, allow each of them as drop_table:<name>, or all with *")) : Optional.empty();
    }

    static Stream<ChangeAnswer> dropped(MigrationAnswer answer) {
        return answer.changes().stream().filter(change -> change.type().equals(DROP_TABLE));
    }
}
