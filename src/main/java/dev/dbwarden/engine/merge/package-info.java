/**
 * Two sides of a history become one schema: changes that commute are both applied, the rest is a conflict.
 *
 * <p>Start at {@link dev.dbwarden.engine.merge.Merge}. Knows no dialect and no numbers of migrations.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.engine.merge;
