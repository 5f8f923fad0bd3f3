package dev.dbwarden.engine.schema;

/** How a column computes its value: kept with the row ({@code stored}) or on reading. */
public record Generated(SqlText expression, boolean stored) {}
