package dev.dbwarden.service.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import java.util.Map;
import java.util.Optional;

/**
 * A schema with what is known of its history: the baseline of the next migration.
 *
 * @param document the snapshot as it came, where it was in the current format
 * @param checksum of the schema
 * @param sizes    how big its tables were, as far as it says so
 */
public record Snapshot(Header header, Schema schema, Optional<JsonNode> document, Checksum checksum, Map<ObjectName, Sizes> sizes) {
    /** The baseline of a database that has nothing yet. */
    public static final Snapshot EMPTY = new Snapshot(Header.NONE, Schema.EMPTY);

    /** A schema as a snapshot. */
    public Snapshot(Header header, Schema schema) {
        this(header, schema, Optional.empty(), Checksum.of(schema), Map.of());
    }

    /** The snapshot that comes after this one. */
    public Snapshot next(String database, String dialect, Schema next) {
        return new Snapshot(header.next(database, dialect, checksum.value()), next, Optional.empty(), checksum.next(next), sizes);
    }

    /** The snapshot's text: as it came, laid out anew, or written from its schema. */
    public String text() {
        return document.map(SnapshotText::of).orElseGet(() -> SnapshotText.of(header, checksum, schema, sizes));
    }

    /** This snapshot as it came, where it was in the current format; one that was not says from here on whose it is. */
    public Snapshot of(String database, String dialect) {
        return document.isPresent() ? this : new Snapshot(header.of(database, dialect), schema, Optional.empty(), checksum, sizes);
    }
}
