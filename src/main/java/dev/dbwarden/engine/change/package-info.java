/**
 * The one noun: a change, a function from schema to schema that knows its own inverse.
 *
 * <p>Start at {@link dev.dbwarden.engine.change.Change}. Knows no dialect and no SQL.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.engine.change;
