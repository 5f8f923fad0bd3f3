package dev.dbwarden.service.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import java.util.Map;
import java.util.Optional;

/**
 * A schema with what is known of its history: the baseline of the next migration.
 *
 * @param document the snapshot as it came, where it was in the current format
 */
public record Snapshot(Header header, Schema schema, Optional<JsonNode> document) {
    /** The baseline of a database that has nothing yet. */
    public static final Snapshot EMPTY = new Snapshot(Header.NONE, Schema.EMPTY, Optional.empty());

    /** How big its tables were, as far as it says so. */
    public Map<ObjectName, Sizes> sizes() {
        return document.map(Sizes::of).orElse(Map.of());
    }

    /** The snapshot's text: as it came, laid out anew, or written from its schema. */
    public String text() {
        return SnapshotText.of(document.orElseGet(this::written));
    }

    /** This snapshot as it came, where it was in the current format; one that was not says from here on whose it is. */
    public Snapshot of(String database, String dialect) {
        return document.isPresent() ? this : new Snapshot(header.of(database, dialect), schema, Optional.empty());
    }

    /** The checksum of its schema: the one it carries, which was verified, or else computed. */
    public String checksum() {
        return header.checksum().orElseGet(() -> Checksum.of(schema));
    }

    private JsonNode written() {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("version", Header.VERSION);
        SchemaWriter.text(document, "exported_at", header.exportedAt());
        SchemaWriter.text(document, "database", header.database());
        SchemaWriter.text(document, "dialect", header.dialect());
        if (header.revision() > 0) {
            document.put("revision", header.revision());
        }
        document.put("checksum", checksum());
        SchemaWriter.text(document, "parent", header.parent());
        new SchemaWriter(document).write(schema);
        return document;
    }
}
