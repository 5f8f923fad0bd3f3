package dev.dbwarden.engine.change;

import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RebuildTables;
import dev.dbwarden.engine.change.Change.RenameLabel;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a change makes, drops, alters, uses and stops using. The order of changes follows from it alone:
 * made before used, released before dropped, dropped before made again, released before altered, altered before used.
 */
public record Footprint(Set<Ref> creates, Set<Ref> drops, Set<Ref> alters, Set<Ref> uses, Set<Ref> releases) {

    public static Footprint of(Change change) {
        var footprint = new Footprint(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        footprint.add(change);
        return footprint;
    }

    /** The footprint of the opposite change. */
    public Footprint inverse() {
        return new Footprint(drops, creates, alters, releases, uses);
    }

    private void add(Change change) {
        switch (change) {
            case CreateObject(SchemaObject object) -> {
                creates.addAll(Provided.by(object));
                uses.addAll(Required.by(object));
                uses.removeAll(itself(object, creates));
            }
            case DropObject(SchemaObject object) -> {
                drops.addAll(Provided.by(object));
                releases.addAll(Required.by(object));
                releases.removeAll(itself(object, drops));
            }
            case AlterObject(SchemaObject before, SchemaObject after) -> {
                if (after instanceof Relation || isHandedOver(before, after)) {
                    uses.add(after.ref());
                } else {
                    alters.add(after.ref());
                    alters.add(Ref.named(after.name().name()));
                }
                if (before instanceof EnumType old && after instanceof EnumType now) {
                    now.wordsBeyond(old).forEach(word -> creates.add(Ref.named(word)));
                    old.wordsBeyond(now).forEach(word -> drops.add(Ref.named(word)));
                }
                replace(Required.by(withoutParts(before)), Required.by(withoutParts(after)));
            }
            case RenameObject(Ref from, ObjectName to, _) -> {
                drops.add(from);
                drops.add(Ref.named(from.owner().name()));
                alters.add(new Ref(from.kind(), to, from.part()));
                alters.add(Ref.named(to.name()));
            }
            case AddPart(ObjectName table, TablePart part) -> {
                creates.addAll(Provided.by(table, part));
                uses.addAll(Required.by(table, part));
                uses.removeAll(creates);
                reshapes(table, part);
            }
            case DropPart(ObjectName table, TablePart part) -> {
                drops.addAll(Provided.by(table, part));
                releases.addAll(Required.by(table, part));
                releases.removeAll(drops);
                reshapes(table, part);
            }
            case AlterPart(ObjectName table, TablePart before, TablePart after) -> {
                alters.add(after.ref(table));
                replace(Required.by(table, before), Required.by(table, after));
                reshapes(table, after);
            }
            case RenamePart(ObjectName table, var kind, String from, String to, _) -> {
                drops.add(Ref.part(kind, table, from));
                drops.add(Ref.named(from));
                creates.add(Ref.part(kind, table, to));
                creates.add(Ref.named(to));
            }
            case RenameLabel(ObjectName type, _, _, _) -> {
                alters.add(Ref.object(Kind.ENUM, type));
                alters.add(Ref.named(type.name()));
            }
            case RebuildTables(var before, var after) -> rebuilds(before, after);
        }
    }

    /**
     * What an object does not wait for, as it brings it. Its own name in a table's texts is that of something else: a function that a default calls; in an
     * operator class's that of its family, in a trigger's that of its function, and in a function's body that of another with other arguments.
     */
    private static Set<Ref> itself(SchemaObject object, Set<Ref> provided) {
        boolean namesAnother = object instanceof Table || object instanceof DefinedObject defined && (defined.takenForType() || defined.isTrigger() || defined.callsItsName());
        String own = object instanceof DefinedObject defined && defined.onTable() ? defined.part() : object.name().name();
        return namesAnother ? provided.stream().filter(ref -> !ref.equals(Ref.named(own))).collect(Collectors.toSet()) : provided;
    }

    /** A sequence that only gets another owner is the same to those who call it. */
    private static boolean isHandedOver(SchemaObject before, SchemaObject after) {
        return before instanceof Sequence old && after instanceof Sequence now && old.withOwnedBy(now.ownedBy()).equals(now);
    }

    /** All that is made anew is altered and needs its own again; made, dropped or released is only what one side has. */
    private void rebuilds(List<Table> before, List<Table> after) {
        for (Table table : after) {
            alters.add(table.ref());
            alters.add(Ref.named(table.name().name()));
            uses.addAll(Required.by(table));
        }
        onlyIn(after, before, creates, uses);
        onlyIn(before, after, drops, releases);
        Set<Ref> made = Set.copyOf(creates);
        creates.removeAll(drops);
        drops.removeAll(made);
        releases.removeAll(uses);
        Set<ObjectName> own = Stream.concat(before.stream(), after.stream()).map(Table::name).collect(Collectors.toSet());
        for (Set<Ref> others : List.of(uses, releases)) {
            others.removeAll(alters);
            others.removeIf(ref -> own.contains(ref.owner()));
        }
    }

    /** What others can use, and what has to be there, of the parts of some tables that others do not have as they are. */
    private static void onlyIn(List<Table> tables, List<Table> others, Set<Ref> provided, Set<Ref> required) {
        Map<ObjectName, Table> byName = others.stream().collect(Collectors.toMap(Table::name, Function.identity(), (one, _) -> one));
        for (Table table : tables) {
            Table other = byName.get(table.name());
            if (other == null) {
                provided.addAll(Provided.by(table));
                required.addAll(Required.by(table));
            } else if (other != table) {
                required.addAll(Required.by(withoutParts(table)));
                table.parts().stream().filter(part -> other.parts().find(part.kind(), part.key()).filter(part::equals).isEmpty()).forEach(part -> {
                    provided.addAll(Provided.by(table.name(), part));
                    required.addAll(Required.by(table.name(), part));
                });
            }
        }
    }

    /** A view, a trigger or a function over the table has to see the columns that it will have. */
    private void reshapes(ObjectName table, TablePart part) {
        if (part instanceof Column || part instanceof PrimaryKey) {
            alters.add(Ref.named(table.name()));
            uses.remove(Ref.named(table.name()));
            releases.remove(Ref.named(table.name()));
        }
    }

    private void replace(Set<Ref> before, Set<Ref> after) {
        uses.addAll(after);
        before.stream().filter(ref -> !after.contains(ref)).forEach(releases::add);
        uses.removeAll(alters);
        releases.removeAll(alters);
    }

    private static SchemaObject withoutParts(SchemaObject object) {
        return object instanceof Relation relation ? relation.withParts(Parts.NONE) : object;
    }
}
