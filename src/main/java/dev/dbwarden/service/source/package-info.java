/**
 * Readers of models, one class a format.
 *
 * <p>Start at {@link dev.dbwarden.service.source.Sources}. Knows nothing of requests and answers.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.source;
