/**
 * What a change means: for the data, for the running application, for the server.
 *
 * <p>Start at {@link dev.dbwarden.engine.lint.Rule}. Judges changes, never SQL text.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.engine.lint;
