package dev.dbwarden.engine.schema;

import java.util.Optional;

/** An extension, with the namespace that it was asked to live in; its objects are its own and appear nowhere. */
public record Extension(ObjectName name, String namespace) implements SchemaObject {
    @Override
    public Ref ref() {
        return Ref.object(Kind.EXTENSION, name);
    }

    /** The comment on an extension comes with it. */
    @Override
    public Optional<String> comment() {
        return Optional.empty();
    }

    @Override
    public Extension withName(ObjectName newName) {
        return new Extension(newName, namespace);
    }
}
