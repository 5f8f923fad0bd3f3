/**
 * A migration in two: what may run before the application is deployed, and what has to run after.
 *
 * <p>Start at {@link dev.dbwarden.engine.phase.Phases}. Knows no dialect by name: what two versions share under two names is a dialect's port.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.engine.phase;
