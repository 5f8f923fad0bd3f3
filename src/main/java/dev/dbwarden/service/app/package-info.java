/**
 * The use cases, one class each with one public method.
 *
 * <p>Start at {@link dev.dbwarden.service.app.GenerateMigration}. Knows nothing of HTTP.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.app;
