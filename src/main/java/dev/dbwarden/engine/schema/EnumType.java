package dev.dbwarden.engine.schema;

import java.util.List;
import java.util.Optional;

/** An enumerated type; the order of its labels is part of it. */
public record EnumType(ObjectName name, List<String> labels, Optional<String> comment) implements SchemaObject {
    public EnumType {
        labels = List.copyOf(labels);
    }

    @Override
    public Ref ref() {
        return Ref.object(Kind.ENUM, name);
    }

    @Override
    public EnumType withName(ObjectName newName) {
        return new EnumType(newName, labels, comment);
    }
}
