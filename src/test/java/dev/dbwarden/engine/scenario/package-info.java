/**
 * The behaviour of the engine as plain text files, compared as text and tried on real databases.
 *
 * <p>Start at {@link dev.dbwarden.engine.scenario.Scenario}; the files are in {@code src/test/resources/scenarios}.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.engine.scenario;
