package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.UnsupportedChangeException.Unsupported;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keys and indexes of partitioned tables: one that is made takes over a like one that a partition has of its own, and takes it along when it goes
 * (manual, 5.12.2.2).
 */
final class PartitionKeys {
    private final Draft draft;
    /** The keys and indexes that partitioned tables get. */
    private final Map<ObjectName, List<TablePart>> made = new HashMap<>();
    private final Set<ObjectName> created = new HashSet<>();
    private final List<Unsupported> unsupported;

    PartitionKeys(Draft draft, List<Unsupported> unsupported) {
        this.draft = draft;
        this.unsupported = unsupported;
        for (Step step : draft.steps()) {
            if (step.change() instanceof AddPart(ObjectName table, TablePart part) && isKey(table, part, draft.after())) {
                made.computeIfAbsent(table, _ -> new ArrayList<>()).add(part);
            } else if (step.change() instanceof CreateObject(Table table)) {
                created.add(table.name());
            }
        }
    }

    /** The steps as the server has to be told: what goes under a parent's key comes first, what is under one goes with it, and names are changed in place. */
    List<Step> told(List<Step> steps) {
        var all = new ArrayList<Step>();
        Set<TablePart> taken = new HashSet<>();
        for (Step step : steps) {
            told(step.change(), taken).forEach(change -> all.add(new Step(change, step.cause())));
        }
        return all;
    }

    private List<Change> told(Change change, Set<TablePart> taken) {
        return switch (change) {
            case CreateObject(Table partition) when hasAttached(partition.name(), draft.after()) -> attachedLater(partition);
            case AddPart(ObjectName table, TablePart part) when AttachedKeys.isAttached(part) -> added(table, part);
            case DropPart(ObjectName table, TablePart part) when AttachedKeys.isAttached(part) -> dropped(table, part);
            case DropPart(ObjectName table, TablePart own) when hasLike(table, own) && taken.add(own.withName(table.toString())) -> takenOver(table, own);
            default -> List.of(change);
        };
    }

    private static boolean hasAttached(ObjectName partition, Schema schema) {
        return schema.table(partition).filter(table -> table.parts().stream().anyMatch(AttachedKeys::isAttached)).isPresent();
    }

    /** A partition that brings some of its keys and indexes: they have to be there when it becomes one. */
    private List<Change> attachedLater(Table partition) {
        Table fitting = Descent.in(draft.after()).fitting(partition);
        Table free = fitting.withParts(Parts.of(fitting.parts().stream().sorted(Comparator.comparing(part -> !(part instanceof Column))).toList()));
        return List.of(new CreateObject(free), new AlterObject(free.withParts(Parts.NONE), partition.withParts(Parts.NONE)));
    }

    private List<Change> added(ObjectName table, TablePart part) {
        boolean there = draft.before().table(table).filter(before -> before.parts().stream().anyMatch(own -> isFreeLike(own, part))).isPresent();
        return created.contains(table) || isMade(table, part) && !there ? List.of(new AddPart(table, AttachedKeys.free(part)))
                : isMade(table, part) ? List.of() : renamed(table, part, natural(table, part), part.name());
    }

    private static boolean isFreeLike(TablePart own, TablePart part) {
        return AttachedKeys.isKey(own) && !AttachedKeys.isAttached(own) && AttachedKeys.isLike(part, own);
    }

    private List<Change> dropped(ObjectName table, TablePart part) {
        if (draft.after().table(table).isEmpty()) {
            return List.of();
        }
        boolean stays = !isMade(table, part) && under(table, part, draft.after()).findAny().isPresent();
        return stays ? renamed(table, part, part.name(), natural(table, part)) : isUnderIndex(table, part, draft.before()) ? unsupported(table, part) : List.of();
    }

    private List<Change> takenOver(ObjectName table, TablePart own) {
        String name = draft.after().table(table).orElseThrow().parts().stream().filter(part -> AttachedKeys.isAttached(part) && AttachedKeys.isLike(part, own))
                .map(TablePart::name).findFirst().orElseGet(() -> PostgresqlNaming.isOwn(own, draft.after().table(table).orElseThrow()) ? own.name() : natural(table, own));
        return renamed(table, own, own.name(), name);
    }

    private String natural(ObjectName table, TablePart part) {
        return PostgresqlNaming.natural().named(part.withName(""), draft.after().table(table).orElseThrow()).name();
    }

    private List<Change> renamed(ObjectName table, TablePart part, String from, String to) {
        return isUnderIndex(table, part, draft.after()) ? unsupported(table, part) : from.equals(to) ? List.of() : List.of(new RenamePart(table, part.kind(), from, to));
    }

    /** The index of a key under an index goes only with all that depends on both (dependency.c): neither can be dropped before the other. */
    private List<Change> unsupported(ObjectName table, TablePart part) {
        unsupported.add(new Unsupported(part.ref(table), part.kind().phrase() + " " + part.name() + " of partition " + table + " stands under an index of its parent, and PostgreSQL drops neither "
                + "before the other; change it by hand (DETACH PARTITION, DROP or ADD CONSTRAINT, ATTACH PARTITION) and take an export for the snapshot"));
        return List.of();
    }

    private boolean isUnderIndex(ObjectName table, TablePart part, Schema schema) {
        return under(table, part, schema).findFirst().filter(key -> key.kind() != part.kind()).isPresent();
    }

    /** What the key or index of a partition can stand under. */
    private Stream<TablePart> under(ObjectName table, TablePart part, Schema schema) {
        return above(table).flatMap(parent -> schema.table(parent).stream()).flatMap(parent -> parent.parts().stream()).filter(key -> AttachedKeys.isKey(key) && AttachedKeys.isLike(key, part));
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
     * What a partitioned table loses goes first, once those have left it that keep theirs; what it gets comes last: those of its partitions have to be
     * there by then, or gone. Only a like one that a partition keeps for itself comes after it, which would take it over.
     */
    List<Step> ordered(List<Step> steps) {
        Map<Integer, List<Step>> ranked = steps.stream().collect(Collectors.groupingBy(step -> rank(step.change()), TreeMap::new, Collectors.toList()));
        return ranked.values().stream().flatMap(List::stream).toList();
    }

    private int rank(Change change) {
        return switch (change) {
            case DropPart(ObjectName table, TablePart part) when isKey(table, part, draft.before()) -> -1;
            case AddPart(ObjectName table, TablePart part) when isBeside(table, part) -> 2;
            case AddPart(ObjectName table, TablePart part) when isKey(table, part, draft.after()) -> 1;
            case AlterObject(Table before, Table after) when isPartition(after) != isPartition(before) -> isPartition(after) ? 1 : -2;
            default -> 0;
        };
    }

    private static boolean isPartition(Table table) {
        return table.options().has("partition_of");
    }

    private boolean isBeside(ObjectName table, TablePart part) {
        return AttachedKeys.isKey(part) && draft.after().table(table).filter(PartitionKeys::isPartition).filter(each -> Descent.natural(draft.after()::table).beside(each).contains(part)).isPresent();
    }

    /** Whether one of the keys that the tables above a partition get is like that of its own. */
    private boolean hasLike(ObjectName partition, TablePart own) {
        return AttachedKeys.isKey(own) && isMade(partition, own);
    }

    private boolean isMade(ObjectName partition, TablePart own) {
        return !made.isEmpty() && above(partition).flatMap(parent -> made.getOrDefault(parent, List.of()).stream()).anyMatch(key -> AttachedKeys.isLike(key, own));
    }

    private static boolean isKey(ObjectName table, TablePart part, Schema schema) {
        return AttachedKeys.isKey(part) && schema.table(table).filter(each -> each.options().has("partition_by")).isPresent();
    }
}
