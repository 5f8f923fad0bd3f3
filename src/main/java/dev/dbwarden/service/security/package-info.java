/**
 * Who calls: API keys and bearer tokens, what each caller may do and on which databases. Nothing is allowed that is not configured.
 *
 * <p>Start at {@link dev.dbwarden.service.security.Callers}. Knows nothing of HTTP's other parts.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.security;
