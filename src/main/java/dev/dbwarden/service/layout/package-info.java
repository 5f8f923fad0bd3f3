/**
 * How a migration is written down, so that the runner that a project has can apply it.
 *
 * <p>Start at {@link dev.dbwarden.service.layout.Layouts}. Knows statements, and nothing of what they change.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.layout;
