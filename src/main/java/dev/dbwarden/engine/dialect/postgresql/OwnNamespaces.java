package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.SchemaObject;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The namespaces that a schema makes, or has tables or views in. What it refers to in another one, somebody else looks after: the users of a hosted
 * platform, the tables of another service.
 */
record OwnNamespaces(Set<String> names) {
    static OwnNamespaces of(Stream<SchemaObject> objects) {
        return new OwnNamespaces(objects.flatMap(object -> switch (object) {
            case Namespace namespace -> Stream.of(namespace.name().name());
            case Relation relation -> Stream.of(relation.name().namespace());
            case SchemaObject other -> other.ref().kind().equals(ForeignTable.KIND) ? Stream.of(other.name().namespace()) : Stream.<String>empty();
        }).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether the schema should have what is called so; the default namespace is everybody's own. */
    boolean isOwn(ObjectName name) {
        return name.namespace().isEmpty() || names.contains(name.namespace());
    }
}
