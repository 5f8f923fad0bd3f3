package dev.dbwarden.engine.schema;

import java.util.Optional;

/** A schema in the sense of CREATE SCHEMA: a namespace for other objects. */
public record Namespace(ObjectName name, Optional<String> comment) implements SchemaObject {
    @Override
    public Ref ref() {
        return Ref.object(Kind.SCHEMA, name);
    }

    @Override
    public Namespace withName(ObjectName newName) {
        return new Namespace(newName, comment);
    }
}
