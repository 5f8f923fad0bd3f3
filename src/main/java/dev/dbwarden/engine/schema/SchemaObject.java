package dev.dbwarden.engine.schema;

import java.util.Optional;

/** Something that stands in a schema under a name of its own. */
public sealed interface SchemaObject permits Namespace, Extension, EnumType, Domain, Sequence, Relation, DefinedObject {
    ObjectName name();

    Ref ref();

    Optional<String> comment();

    /** The same object under another name. */
    SchemaObject withName(ObjectName newName);
}
