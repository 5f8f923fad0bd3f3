package dev.dbwarden.engine.change;

import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RebuildTables;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.TablePart;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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
                uses.removeAll(creates);
            }
            case DropObject(SchemaObject object) -> {
                drops.addAll(Provided.by(object));
                releases.addAll(Required.by(object));
                releases.removeAll(drops);
            }
            case AlterObject(SchemaObject before, SchemaObject after) -> {
                if (after instanceof Relation || isHandedOver(before, after)) {
                    uses.add(after.ref());
                } else {
                    alters.add(after.ref());
                    alters.add(Ref.named(after.name().name()));
                }
                replace(Required.by(withoutParts(before)), Required.by(withoutParts(after)));
            }
            case RenameObject(Ref from, ObjectName to) -> {
                drops.add(from);
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
            case RenamePart(ObjectName table, var kind, String from, String to) -> {
                drops.add(Ref.part(kind, table, from));
                drops.add(Ref.named(from));
                creates.add(Ref.part(kind, table, to));
                creates.add(Ref.named(to));
            }
            case RebuildTables(var before, var after) -> {
                for (Relation table : after) {
                    alters.add(table.ref());
                    alters.add(Ref.named(table.name().name()));
                }
                rebuilds(before, after);
            }
        }
    }

    /** A sequence that only gets another owner is the same to those who call it. */
    private static boolean isHandedOver(SchemaObject before, SchemaObject after) {
        return before instanceof Sequence old && after instanceof Sequence now && old.withOwnedBy(now.ownedBy()).equals(now);
    }

    private void rebuilds(List<? extends SchemaObject> before, List<? extends SchemaObject> after) {
        Set<Ref> had = all(before, Provided::by);
        Set<Ref> has = all(after, Provided::by);
        has.stream().filter(ref -> !had.contains(ref)).forEach(creates::add);
        had.stream().filter(ref -> !has.contains(ref)).forEach(drops::add);
        replace(all(before, Required::by), all(after, Required::by));
        uses.removeAll(has);
        releases.removeAll(had);
    }

    private static Set<Ref> all(List<? extends SchemaObject> objects, Function<SchemaObject, Set<Ref>> refs) {
        return objects.stream().flatMap(object -> refs.apply(object).stream()).collect(Collectors.toSet());
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
