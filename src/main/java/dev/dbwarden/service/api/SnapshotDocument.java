package dev.dbwarden.service.api;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names the shape of snapshots in the API's description. */
@Schema(name = "SnapshotDocument", type = SchemaType.OBJECT, additionalProperties = Schema.True.class,
        description = "a snapshot: version, database, dialect, revision, checksum, parent, and the schema part; GET /v1/snapshots/schema describes it in full")
public interface SnapshotDocument {}
