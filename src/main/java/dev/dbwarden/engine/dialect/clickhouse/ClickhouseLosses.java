package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.change.Change.RebuildTables;
import dev.dbwarden.engine.dialect.Refusal;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What tables lose that are made anew: their new engine makes one row out of several, or holds none. */
final class ClickhouseLosses {
    private ClickhouseLosses() {}

    static List<Refusal> refusals(List<Step> steps) {
        var refusals = new ArrayList<Refusal>();
        for (Step step : steps) {
            if (step.change() instanceof RebuildTables(var before, var after)) {
                for (int i = 0; i < before.size(); i++) {
                    Table table = before.get(i);
                    of(table, after.get(i)).ifPresent(reason -> refusals.add(new Refusal("rebuild_table:" + table.name(), table.ref(), step.cause(), reason)));
                }
            }
        }
        return refusals;
    }

    static Optional<String> of(Table before, Table after) {
        StorageEngine old = StorageEngine.of(before.options());
        StorageEngine engine = StorageEngine.of(after.options());
        if (!old.holdsRows()) {
            return Optional.empty();
        }
        if (!engine.holdsRows()) {
            return Optional.of("table %s: the engine %s holds no rows, so all of the table's are lost".formatted(after.name(), engine.name()));
        }
        if (!engine.collapses() || keeps(before, after)) {
            return Optional.empty();
        }
        return Optional.of("table %s: %s makes one row out of all that have one sorting key (%s), so the others are lost"
                .formatted(after.name(), engine.name(), after.options().find(TableOptions.ORDER_BY).orElse("tuple()")));
    }

    /** Whether the old engine did the same already, by a key that tells no more rows apart than the new one. */
    private static boolean keeps(Table before, Table after) {
        boolean sameEngine = StorageEngine.of(before.options()).family().equals(StorageEngine.of(after.options()).family())
                && arguments(before).equals(arguments(after));
        boolean samePartition = before.options().find(TableOptions.PARTITION_BY).equals(after.options().find(TableOptions.PARTITION_BY));
        return sameEngine && samePartition && elements(after).containsAll(elements(before));
    }

    /** The arguments of the engine; a replicated one has its path and replica in front of them. */
    private static String arguments(Table table) {
        String engine = table.options().find(TableOptions.ENGINE).orElse("");
        int bracket = engine.indexOf('(');
        String arguments = bracket < 0 ? "" : engine.substring(bracket + 1, engine.length() - 1);
        return engine.startsWith("Replicated") ? arguments.replaceFirst("^'(?:[^']|'')*', '(?:[^']|'')*'(?:, )?", "") : arguments;
    }

    private static List<String> elements(Table table) {
        return ColumnRules.elements(table.options().find(TableOptions.ORDER_BY).orElse("tuple()"));
    }
}
