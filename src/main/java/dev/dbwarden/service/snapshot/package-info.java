/**
 * The snapshot: reading every version of it, writing the current one, its checksum.
 *
 * <p>Start at {@link dev.dbwarden.service.snapshot.Snapshot}. Knows nothing of requests.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.snapshot;
