/**
 * Real databases for tests, and what their catalogs say.
 *
 * <p>Start at {@link dev.dbwarden.engine.database.TestDatabase}. Knows nothing of the engine: it is the judge.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.engine.database;
