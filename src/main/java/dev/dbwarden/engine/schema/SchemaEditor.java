package dev.dbwarden.engine.schema;

import dev.dbwarden.engine.sql.Interruption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A schema being changed: what changes and DDL scripts are applied to, so that many small edits cost what they touch and
 * not a copy of the schema each. Every edit fails with {@link IllegalArgumentException} where it does not apply.
 */
public final class SchemaEditor {
    /** In order, each at its place: the name that it had first here. So a rename moves nothing. */
    private final Map<Ref, SchemaObject> objects;
    /** The places of those that are called otherwise now. */
    private final Map<Ref, Ref> moved = new HashMap<>();
    private final List<Ref> written = new ArrayList<>();
    private final Mentions mentions = new Mentions();
    /** Places whose mentions are to be noted yet; empty before the first rename, when none is. */
    private Optional<Set<Ref>> unnoted = Optional.empty();

    public SchemaEditor(Schema schema) {
        objects = new LinkedHashMap<>(schema.byRef());
    }

    /** The schema as it is now; later edits leave it alone. */
    public Schema schema() {
        if (moved.isEmpty()) {
            return Schema.of(new LinkedHashMap<>(objects));
        }
        var byRef = LinkedHashMap.<Ref, SchemaObject>newLinkedHashMap(objects.size());
        objects.values().forEach(object -> byRef.put(object.ref(), object));
        return Schema.of(byRef);
    }

    public Optional<SchemaObject> find(Ref ref) {
        return Optional.ofNullable(objects.get(place(ref))).filter(object -> moved.isEmpty() || object.ref().equals(ref));
    }

    private Ref place(Ref ref) {
        return moved.getOrDefault(ref, ref);
    }

    private void put(Ref place, SchemaObject object) {
        objects.put(place, object);
        unnoted.ifPresent(places -> places.add(place));
    }

    public Collection<SchemaObject> objects() {
        return objects.values();
    }

    public Optional<Table> table(ObjectName name) {
        return find(Ref.object(Kind.TABLE, name)).map(Table.class::cast);
    }

    public Optional<Relation> relation(ObjectName name) {
        return Stream.of(Kind.TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW)
                .flatMap(kind -> find(Ref.object(kind, name)).stream()).map(Relation.class::cast).findFirst();
    }

    public void add(SchemaObject object) {
        Ref ref = object.ref();
        if (find(ref).isPresent()) {
            throw new IllegalArgumentException(ref + " exists already");
        }
        Ref place = ref;
        while (objects.containsKey(place)) {
            place = new Ref(ref.kind(), ref.owner(), place.part() + "'");
        }
        put(place, object);
        moved(ref, place);
        written.add(ref);
    }

    /**
     * What was added, edited, replaced or renamed so far, in that order; whoever derives something from the objects goes on where it stopped.
     * Edits of one table in a row are one entry: the last one may have been edited again since it was looked at.
     */
    public List<Ref> written() {
        return Collections.unmodifiableList(written);
    }

    public void remove(SchemaObject object) {
        require(object);
        Ref place = place(object.ref());
        objects.remove(place);
        moved.remove(object.ref());
        unnoted.ifPresent(places -> places.remove(place));
    }

    public void replace(SchemaObject before, SchemaObject after) {
        require(before);
        put(place(before.ref()), after);
        written.add(after.ref());
    }

    /** Edits the table or view of that name. */
    public void edit(ObjectName name, UnaryOperator<Parts> edit) {
        Interruption.check();
        Relation relation = relation(name).orElseThrow(() -> new IllegalArgumentException("no table " + name));
        put(place(relation.ref()), relation.withParts(edit.apply(relation.parts())));
        if (written.isEmpty() || !written.getLast().equals(relation.ref())) {
            written.add(relation.ref());
        }
    }

    /** Gives an object another name, and follows it where the model refers to it: foreign keys, owned sequences, column types, triggers. */
    public void rename(Ref from, ObjectName to) {
        Interruption.check();
        SchemaObject object = find(from).orElseThrow(() -> new IllegalArgumentException("no " + from));
        SchemaObject renamed = object.withName(to);
        if (find(renamed.ref()).isPresent()) {
            throw new IllegalArgumentException(renamed.ref() + " exists already");
        }
        Set<Ref> others = mentioning(from.owner().name(), from.owner().toString());
        follow(place(from), References.follow(renamed, object, to), to);
        for (Ref place : others) {
            follow(place, References.follow(objects.get(place), object, to), to);
        }
    }

    /** Gives a column another name, in its table, in those that have it from there, and in the foreign keys and sequences that refer to it. */
    public void renameColumn(ObjectName table, String from, String to) {
        Interruption.check();
        Table before = table(table).orElseThrow(() -> new IllegalArgumentException("no table " + table));
        if (before.column(from).isEmpty()) {
            throw new IllegalArgumentException("no column " + from + " in table " + table);
        }
        renameColumn(before, from, to);
    }

    private void renameColumn(Table before, String from, String to) {
        Set<Ref> others = mentioning(from, before.name().toString());
        objects.put(place(before.ref()), before.renameColumn(from, to));
        for (Ref place : others) {
            objects.put(place, References.followColumn(objects.get(place), before.name(), from, to));
            mentions.note(place, to);
            if (objects.get(place) instanceof Table heir && heir.hangsOn(before.name())) {
                renameColumn(heir, from, to);
            }
        }
    }

    /** Puts what became of an object when another, or it itself, got a name: perhaps it has another name of its own too. */
    private void follow(Ref place, SchemaObject after, ObjectName to) {
        SchemaObject before = objects.put(place, after);
        if (before == after) {
            return;
        }
        moved.remove(before.ref());
        moved(after.ref(), place);
        mentions.note(place, to.name());
        mentions.note(place, to.toString());
        written.add(after.ref());
    }

    private void moved(Ref ref, Ref place) {
        if (!ref.equals(place)) {
            moved.put(ref, place);
        }
    }

    /** The places, in order, of what may refer to one of the names. */
    private Set<Ref> mentioning(String name, String qualified) {
        for (Ref place : unnoted.orElseGet(() -> new LinkedHashSet<>(objects.keySet()))) {
            mentions.note(place, objects.get(place));
        }
        unnoted = Optional.of(new LinkedHashSet<>());
        var places = new LinkedHashSet<>(mentions.of(name));
        places.addAll(mentions.of(qualified));
        places.retainAll(objects.keySet());
        return places;
    }

    private void require(SchemaObject object) {
        Interruption.check();
        SchemaObject found = find(object.ref()).orElseThrow(() -> new IllegalArgumentException("no " + object.ref()));
        if (!object.equals(found)) {
            throw new IllegalArgumentException("%s is not as expected: %s, not %s".formatted(object.ref(), found, object));
        }
    }
}
