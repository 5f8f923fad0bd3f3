package dev.dbwarden.engine.schema;

import java.util.Optional;

/**
 * A sequence that is not an identity's own.
 *
 * @param options what differs from {@code CREATE SEQUENCE name}: {@code as}, {@code start}, {@code increment}, {@code min}, {@code max}, {@code cache}, {@code cycle}
 * @param ownedBy the column that it is dropped with
 */
public record Sequence(ObjectName name, Options options, Optional<ColumnRef> ownedBy, Optional<String> comment) implements SchemaObject {
    /** A column of a table. */
    public record ColumnRef(ObjectName table, String column) {
        @Override
        public String toString() {
            return table + "." + column;
        }
    }

    @Override
    public Ref ref() {
        return Ref.object(Kind.SEQUENCE, name);
    }

    @Override
    public Sequence withName(ObjectName newName) {
        return new Sequence(newName, options, ownedBy, comment);
    }

    public Sequence withOwnedBy(Optional<ColumnRef> owner) {
        return new Sequence(name, options, owner, comment);
    }

    public Sequence withOptions(Options newOptions) {
        return new Sequence(name, newOptions, ownedBy, comment);
    }
}
