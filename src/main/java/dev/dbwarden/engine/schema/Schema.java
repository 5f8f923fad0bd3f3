package dev.dbwarden.engine.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A database schema as a value: its objects, distinct by kind and name, in declaration order.
 *
 * <p>Two schemas are equal exactly when no change leads from one to the other; order is no part of that.
 */
public final class Schema {
    public static final Schema EMPTY = new Schema(Map.of());

    private final Map<Ref, SchemaObject> objects;

    private Schema(Map<Ref, SchemaObject> objects) {
        this.objects = objects;
    }

    /** Fails with {@link IllegalArgumentException} if two objects of one kind have one name. */
    public static Schema of(Collection<? extends SchemaObject> objects) {
        var byRef = LinkedHashMap.<Ref, SchemaObject>newLinkedHashMap(objects.size());
        for (SchemaObject object : objects) {
            if (byRef.put(object.ref(), object) != null) {
                throw new IllegalArgumentException("two objects are " + object.ref());
            }
        }
        return of(byRef);
    }

    static Schema of(Map<Ref, SchemaObject> objects) {
        return new Schema(Collections.unmodifiableMap(objects));
    }

    public Stream<SchemaObject> objects() {
        return objects.values().stream();
    }

    /** The objects of one type, in order. */
    public <T extends SchemaObject> Stream<T> all(Class<T> type) {
        return objects().filter(type::isInstance).map(type::cast);
    }

    public Stream<Table> tables() {
        return all(Table.class);
    }

    public Optional<SchemaObject> find(Ref ref) {
        return Optional.ofNullable(objects.get(ref));
    }

    /** The same schema, in which each object that equals one of {@code other} is that very object; so that comparing them again costs nothing. */
    public Schema sharing(Schema other) {
        var shared = LinkedHashMap.<Ref, SchemaObject>newLinkedHashMap(objects.size());
        objects.forEach((ref, object) -> {
            SchemaObject known = other.objects.get(ref);
            shared.put(ref, object.equals(known) ? known : object);
        });
        return of(shared);
    }

    /** Whether this very object is in the schema, and not only an equal one. */
    public boolean isSame(SchemaObject object) {
        return !objects.isEmpty() && objects.get(object.ref()) == object;
    }

    public Optional<Table> table(ObjectName name) {
        return find(Ref.object(Kind.TABLE, name)).map(Table.class::cast);
    }

    /** The table or view of that name. */
    public Optional<Relation> relation(ObjectName name) {
        return Stream.of(Kind.TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW)
                .flatMap(kind -> find(Ref.object(kind, name)).stream()).map(Relation.class::cast).findFirst();
    }

    public boolean isEmpty() {
        return objects.isEmpty();
    }

    public int size() {
        return objects.size();
    }

    Map<Ref, SchemaObject> byRef() {
        return objects;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Schema schema && schema.objects.equals(objects);
    }

    @Override
    public int hashCode() {
        return objects.hashCode();
    }

    @Override
    public String toString() {
        return objects.values().toString();
    }
}
