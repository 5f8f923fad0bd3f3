/**
 * A database schema as a value.
 *
 * <p>Start at {@link dev.dbwarden.engine.schema.Schema}. Knows nothing of changes, dialects or formats.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.engine.schema;
