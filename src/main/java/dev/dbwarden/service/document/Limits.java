package dev.dbwarden.service.document;

import java.time.Duration;

/**
 * How much a request may ask for.
 *
 * @param bodySize    bytes of a body, after inflating
 * @param jsonDepth   how deep a JSON or YAML document nests
 * @param tables      how many tables a schema has
 * @param columns     how many columns a table has
 * @param requestTime how long a request may take
 * @param queue       how many requests wait while others are worked on
 */
public record Limits(long bodySize, int jsonDepth, int tables, int columns, Duration requestTime, int queue) {
    public static final Limits DEFAULT = new Limits(16L << 20, 64, 10_000, 1_000, Duration.ofSeconds(30), 16);
}
