/**
 * What goes over the wire: requests, answers, problems.
 *
 * <p>Start at {@link dev.dbwarden.service.api.MigrationAnswer}. Knows nothing of the engine.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.api;
