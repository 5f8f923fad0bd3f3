package dev.dbwarden.engine.schema;

/** The identity of a part within its table. */
public record PartKey(Kind kind, String key) {}
