package dev.dbwarden.engine.plan;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts foreign keys back inside the {@code CREATE TABLE}, or the {@code DROP TABLE}, that they belong to.
 *
 * <p>The differ keeps them apart so that no order can be circular; those whose target is there already come home.
 */
final class Folding {
    private final List<Change> ordered;
    private final Map<ObjectName, Integer> created = new HashMap<>();
    private final Set<ObjectName> reshaped = new HashSet<>();

    private Folding(List<Change> ordered) {
        this.ordered = ordered;
        for (int i = 0; i < ordered.size(); i++) {
            switch (ordered.get(i)) {
                case CreateObject(Table table) -> created.put(table.name(), i);
                case AddPart(ObjectName table, TablePart part) when !(part instanceof ForeignKey) -> reshaped.add(table);
                case DropPart(ObjectName table, TablePart part) when !(part instanceof ForeignKey) -> reshaped.add(table);
                case AlterPart(ObjectName table, _, _) -> reshaped.add(table);
                case RenamePart(ObjectName table, _, _, _, _) -> reshaped.add(table);
                default -> { }
            }
        }
    }

    /** Folds creations in ordered changes, then removals, which are creations seen from behind. */
    static List<Change> fold(List<Change> ordered) {
        return inverse(new Folding(inverse(new Folding(ordered).creations())).creations());
    }

    private List<Change> creations() {
        var keys = new HashMap<ObjectName, List<TablePart>>();
        var kept = new ArrayList<Change>();
        for (Change change : ordered) {
            if (change instanceof AddPart(ObjectName table, ForeignKey key) && comesHome(table, key)) {
                keys.computeIfAbsent(table, _ -> new ArrayList<>()).add(key);
            } else {
                kept.add(change);
            }
        }
        kept.replaceAll(change -> change instanceof CreateObject(Table table) && keys.containsKey(table.name())
                ? new CreateObject(table.withParts(Parts.of(Stream.concat(table.parts().stream(), keys.get(table.name()).stream()).toList())))
                : change);
        return kept;
    }

    private boolean comesHome(ObjectName table, ForeignKey key) {
        Integer place = created.get(table);
        if (place == null || key.options().has("not_valid")) {
            return false;
        }
        Integer target = created.get(key.target());
        if (target == null) {
            return !reshaped.contains(key.target());
        }
        return target <= place && isUnique((Table) ((CreateObject) ordered.get(target)).object(), key.targetColumns());
    }

    private static boolean isUnique(Table target, List<String> columns) {
        var wanted = Set.copyOf(columns);
        return target.primaryKey().filter(key -> Set.copyOf(key.columns()).equals(wanted)).isPresent()
                || target.uniques().stream().anyMatch(unique -> Set.copyOf(unique.columns()).equals(wanted));
    }

    private static List<Change> inverse(List<Change> changes) {
        return changes.reversed().stream().map(Change::inverse).toList();
    }
}
