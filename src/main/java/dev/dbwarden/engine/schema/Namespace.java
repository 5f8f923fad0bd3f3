package dev.dbwarden.engine.schema;

import java.util.Optional;

/** A schema in the sense of CREATE SCHEMA, or a database: a namespace for other objects. Options: {@code engine}. */
public record Namespace(ObjectName name, Options options, Optional<String> comment) implements SchemaObject {
    @Override
    public Ref ref() {
        return Ref.object(Kind.SCHEMA, name);
    }

    @Override
    public Namespace withName(ObjectName newName) {
        return new Namespace(newName, options, comment);
    }
}
