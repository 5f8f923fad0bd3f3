package dev.dbwarden.engine.schema;

import java.util.List;
import java.util.Optional;

/** A type made of another type and conditions. */
public record Domain(ObjectName name, DataType type, boolean nullable, Optional<SqlText> defaultValue, Optional<String> collation,
        List<Check> checks, Optional<String> comment) implements SchemaObject {
    public Domain {
        checks = List.copyOf(checks);
    }

    @Override
    public Ref ref() {
        return Ref.object(Kind.DOMAIN, name);
    }

    @Override
    public Domain withName(ObjectName newName) {
        return new Domain(newName, type, nullable, defaultValue, collation, checks, comment);
    }
}
