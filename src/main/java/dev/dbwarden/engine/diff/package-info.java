/**
 * What changed between two schemas, and what may have been a rename.
 *
 * <p>Start at {@link dev.dbwarden.engine.diff.Differ}. Knows no dialect and no order.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.engine.diff;
