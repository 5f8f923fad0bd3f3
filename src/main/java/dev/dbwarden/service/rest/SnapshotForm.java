package dev.dbwarden.service.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names the parts of a snapshot's form in the API's description. */
@Schema(name = "SnapshotForm", description = "the fields of SnapshotRequest as a form, for curl -F")
public record SnapshotForm(
        @Schema(description = "a file of the model; repeats", format = "binary") List<String> model,
        @Schema(description = "an older snapshot's file", format = "binary") String snapshot,
        @Schema(description = "json, yaml, sql, sqlalchemy, prisma or drizzle, where the files' names do not tell") String format,
        String database,
        String dialect) {}
