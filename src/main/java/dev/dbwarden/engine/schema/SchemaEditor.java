package dev.dbwarden.engine.schema;

import dev.dbwarden.engine.sql.Interruption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A schema being changed: what changes and DDL scripts are applied to, so that many small edits cost what they touch and
 * not a copy of the schema each. Every edit fails with {@link IllegalArgumentException} where it does not apply.
 */
public final class SchemaEditor {
    private final Map<Ref, SchemaObject> objects;
    private final List<Ref> written = new ArrayList<>();

    public SchemaEditor(Schema schema) {
        objects = new LinkedHashMap<>(schema.byRef());
    }

    /** The schema as it is now; later edits leave it alone. */
    public Schema schema() {
        return Schema.of(new LinkedHashMap<>(objects));
    }

    public Optional<SchemaObject> find(Ref ref) {
        return Optional.ofNullable(objects.get(ref));
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
        if (objects.putIfAbsent(object.ref(), object) != null) {
            throw new IllegalArgumentException(object.ref() + " exists already");
        }
        written.add(object.ref());
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
        objects.remove(object.ref());
    }

    public void replace(SchemaObject before, SchemaObject after) {
        require(before);
        objects.put(before.ref(), after);
        written.add(after.ref());
    }

    /** Edits the table or view of that name. */
    public void edit(ObjectName name, UnaryOperator<Parts> edit) {
        Interruption.check();
        Relation relation = relation(name).orElseThrow(() -> new IllegalArgumentException("no table " + name));
        objects.put(relation.ref(), relation.withParts(edit.apply(relation.parts())));
        if (written.isEmpty() || !written.getLast().equals(relation.ref())) {
            written.add(relation.ref());
        }
    }

    /** Gives an object another name, and follows it where the model refers to it: foreign keys, owned sequences, column types, triggers. */
    public void rename(Ref from, ObjectName to) {
        Interruption.check();
        SchemaObject object = find(from).orElseThrow(() -> new IllegalArgumentException("no " + from));
        SchemaObject renamed = object.withName(to);
        if (objects.containsKey(renamed.ref())) {
            throw new IllegalArgumentException(renamed.ref() + " exists already");
        }
        var copy = new LinkedHashMap<Ref, SchemaObject>();
        objects.forEach((ref, each) -> {
            SchemaObject followed = ref.equals(from) ? References.follow(renamed, object, to) : References.follow(each, object, to);
            copy.put(followed.ref(), followed);
            if (followed != each) {
                written.add(followed.ref());
            }
        });
        objects.clear();
        objects.putAll(copy);
    }

    /** Gives a column another name, in its table and in the foreign keys and sequences that refer to it. */
    public void renameColumn(ObjectName table, String from, String to) {
        Interruption.check();
        Table before = table(table).orElseThrow(() -> new IllegalArgumentException("no table " + table));
        if (before.column(from).isEmpty()) {
            throw new IllegalArgumentException("no column " + from + " in table " + table);
        }
        objects.put(before.ref(), before.renameColumn(from, to));
        objects.replaceAll((ref, object) -> References.followColumn(object, table, from, to));
    }

    private void require(SchemaObject object) {
        Interruption.check();
        SchemaObject found = objects.get(object.ref());
        if (!object.equals(found)) {
            throw new IllegalArgumentException(found == null ? "no " + object.ref()
                    : "%s is not as expected: %s, not %s".formatted(object.ref(), found, object));
        }
    }
}
