package dev.dbwarden.engine.schema;

/** An object with parts: a table, or a view, whose parts are the indexes of a materialized one. */
public sealed interface Relation extends SchemaObject permits Table, View {
    Parts parts();

    Relation withParts(Parts newParts);
}
