/**
 * The program itself: two schemas in, a migration with its proof out.
 *
 * <p>Start at {@link dev.dbwarden.engine.migration.Migrations}. Knows no format and no transport.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.engine.migration;
