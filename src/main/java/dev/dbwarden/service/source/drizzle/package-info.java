/**
 * Snapshots of drizzle-kit, written as the DDL that drizzle-kit makes of them.
 *
 * <p>Start at {@link dev.dbwarden.service.source.drizzle.DrizzleSnapshot}. Knows nothing of requests, and nothing of the engine's schema.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.source.drizzle;
