/**
 * The rules, one class each; a rule's javadoc is its documentation page.
 *
 * <p>Start at {@link dev.dbwarden.engine.lint.Rules}. Rules see changes and schemas, never SQL text.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.engine.lint.rule;
