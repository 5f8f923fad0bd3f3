/**
 * What answers are made of and HTTP does not show.
 *
 * <p>Start at {@link dev.dbwarden.service.answer.DrawingTest}.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.answer;
