/**
 * SQLite, as its documentation and its catalog have it (3.40 and later).
 *
 * <p>Start at {@link dev.dbwarden.engine.dialect.sqlite.Sqlite}. Knows no other dialect.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.engine.dialect.sqlite;
