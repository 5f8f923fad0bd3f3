/**
 * What is generated, in the form that its reader wants: people, runners, CI systems.
 *
 * <p>Start at {@link dev.dbwarden.service.answer.AnswerFormats}. Decides nothing; the same thing generated gives the same bytes.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.answer;
