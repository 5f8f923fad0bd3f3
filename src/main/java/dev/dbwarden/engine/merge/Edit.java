package dev.dbwarden.engine.merge;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.change.Footprint;
import dev.dbwarden.engine.diff.Differ;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Extension;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that one side did to one thing: a view that is dropped and made again, or a key, is one edit and not two.
 *
 * @param changes in the differ's order
 * @param touches what it makes, drops or alters: nobody else may
 * @param drops   what is gone after it
 * @param uses    what has to be there for it
 */
record Edit(Ref subject, List<Change> changes, Set<Ref> touches, Set<Ref> drops, Set<Ref> uses) {

    /** What a side did to the base, one edit a thing. */
    static List<Edit> between(Schema base, Schema side) {
        Map<Ref, List<Change>> bySubject = new LinkedHashMap<>();
        Differ.diff(base, side).forEach(change -> bySubject.computeIfAbsent(change.subject(), _ -> new ArrayList<>(1)).add(change));
        return bySubject.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue(), side)).toList();
    }

    private static Edit of(Ref subject, List<Change> changes, Schema side) {
        var touches = new HashSet<Ref>();
        var created = new HashSet<Ref>();
        var drops = new HashSet<Ref>();
        var uses = new HashSet<Ref>();
        for (Change change : changes) {
            Footprint footprint = Footprint.of(change);
            touches.addAll(touched(change));
            created.addAll(footprint.creates());
            drops.addAll(footprint.drops());
            uses.addAll(footprint.uses());
        }
        drops.removeAll(created);
        if (!(changes.getLast() instanceof DropObject || changes.getLast() instanceof AlterObject(EnumType _, EnumType _))) {
            drops.removeIf(Ref::isName);
        }
        uses.removeAll(created);
        return new Edit(subject, List.copyOf(changes), touches, drops, asColumns(uses, subject.owner(), side));
    }

    /** A word in what belongs to a table, where the table has a column of that name, means the column. */
    private static Set<Ref> asColumns(Set<Ref> uses, ObjectName table, Schema side) {
        Optional<Table> owner = side.table(table);
        return owner.isEmpty() ? uses : uses.stream().map(ref -> isWord(ref) && owner.get().column(ref.owner().name()).isPresent()
                ? Ref.column(table, ref.owner().name()) : ref).collect(Collectors.toSet());
    }

    /** The thing itself and its parts; and its name, which tables, views, types and sequences do not share. */
    private static Set<Ref> touched(Change change) {
        var refs = new HashSet<Ref>();
        refs.add(change.subject());
        switch (change) {
            case CreateObject(SchemaObject object) -> whole(refs, object);
            case DropObject(SchemaObject object) -> whole(refs, object);
            case RenamePart(ObjectName table, Kind kind, _, String to, _) -> refs.add(Ref.part(kind, table, to));
            default -> { }
        }
        return refs;
    }

    private static void whole(Set<Ref> refs, SchemaObject object) {
        if (object instanceof Relation relation) {
            relation.parts().forEach(part -> refs.add(part.ref(object.name())));
        }
        if (!(object instanceof DefinedObject || object instanceof Namespace || object instanceof Extension)) {
            refs.add(Ref.object(Kind.OBJECT, object.name()));
        }
    }

    private static boolean isWord(Ref ref) {
        return ref.equals(Ref.named(ref.owner().name()));
    }

    /** A side has one edit a thing. */
    @Override
    public int hashCode() {
        return subject.hashCode();
    }

    /** Whether nothing is left of the thing. */
    boolean isDrop() {
        return changes.getLast() instanceof DropPart || changes.getLast() instanceof DropObject;
    }

    /** This edit made after another of the same table, where the two alter other attributes of it. */
    Optional<Edit> after(Edit other) {
        return changes.getFirst() instanceof AlterObject(Table before, Table mine) && other.changes.getFirst() instanceof AlterObject(Table same, Table others) && same.name().equals(before.name())
                ? Optional.of(new Attributes(before, others, mine)).filter(Attributes::commute).map(attributes -> new Edit(subject, List.of(new AlterObject(before, attributes.both())), touches, drops, uses))
                : Optional.empty();
    }

    /** Whether there was nothing of the thing before. */
    boolean isNew() {
        return changes.getFirst() instanceof CreateObject || changes.getFirst() instanceof AddPart;
    }

    /** What the thing itself is called, wherever it stands. */
    String name() {
        return subject.part().isEmpty() ? subject.owner().name() : subject.part();
    }

    /** Whether it drops a column that the other speaks of in a text, by the table's name and its own. */
    boolean dropsColumnIn(Edit other) {
        return changes.getLast() instanceof DropPart(ObjectName table, Column column)
                && other.uses.contains(Ref.named(table.name())) && other.uses.contains(Ref.named(column.name()));
    }
}
