package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keys and indexes of partitioned tables: one that is made takes over a like one that a partition has of its own, and takes it along when it goes
 * (manual, 5.12.2.2).
 */
final class PartitionKeys {
    private final Draft draft;

    PartitionKeys(Draft draft) {
        this.draft = draft;
    }

    /** The steps without the removal of what is taken over. */
    List<Step> withoutTaken(List<Step> steps) {
        Map<ObjectName, List<TablePart>> made = made(steps);
        if (made.isEmpty()) {
            return steps;
        }
        Set<TablePart> taken = new HashSet<>();
        return steps.stream().filter(step -> !(step.change() instanceof DropPart(ObjectName table, TablePart own)
                && hasLike(made, table, own) && taken.add(own.withName(table.toString())))).toList();
    }

    /** The tables that a partition is a part of, now and afterwards. */
    private Stream<ObjectName> above(ObjectName partition) {
        Optional<ObjectName> parent = parent(draft.before(), partition).filter(each -> parent(draft.after(), partition).equals(Optional.of(each)));
        return parent.stream().flatMap(each -> Stream.concat(Stream.of(each), above(each)));
    }

    private static Optional<ObjectName> parent(Schema schema, ObjectName partition) {
        return schema.table(partition).flatMap(table -> table.options().find("partition_of")).map(ObjectName::parse);
    }

    /**
     * What a partitioned table loses goes first, what it gets comes last: those of its partitions have to be there by then, or gone. Only a like
     * one that a partition keeps for itself comes after it, which would take it over.
     */
    List<Step> ordered(List<Step> steps) {
        Map<ObjectName, List<TablePart>> made = made(steps);
        var ordered = new ArrayList<>(steps);
        ordered.sort(Comparator.comparing(step -> switch (step.change()) {
            case DropPart(ObjectName table, TablePart part) when isKey(table, part, draft.before()) -> -1;
            case AddPart(ObjectName table, TablePart part) when hasLike(made, table, part) -> 2;
            case AddPart(ObjectName table, TablePart part) when isKey(table, part, draft.after()) -> 1;
            default -> 0;
        }));
        return ordered;
    }

    /** Whether one of the keys that the tables above a partition get is like that of its own. */
    private boolean hasLike(Map<ObjectName, List<TablePart>> made, ObjectName partition, TablePart own) {
        return !made.isEmpty() && above(partition).flatMap(parent -> made.getOrDefault(parent, List.of()).stream()).anyMatch(key -> isLike(key, own));
    }

    /** The keys and indexes that partitioned tables get. */
    private Map<ObjectName, List<TablePart>> made(List<Step> steps) {
        Map<ObjectName, List<TablePart>> made = new HashMap<>();
        for (Step step : steps) {
            if (step.change() instanceof AddPart(ObjectName table, TablePart part) && isKey(table, part, draft.after())) {
                made.computeIfAbsent(table, _ -> new ArrayList<>()).add(part);
            }
        }
        return made;
    }

    private static boolean isKey(ObjectName table, TablePart part, Schema schema) {
        return (part instanceof Index || part instanceof Unique || part instanceof PrimaryKey) && schema.table(table).filter(each -> each.options().has("partition_by")).isPresent();
    }

    /** Whether a partition's key or index is the same but for its name, so that the one above it can be made of it. */
    static boolean isLike(TablePart above, TablePart own) {
        return above.kind() == own.kind() && above.withName("").equals(own.withName(""));
    }
}
