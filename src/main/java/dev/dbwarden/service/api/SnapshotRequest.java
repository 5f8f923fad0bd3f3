package dev.dbwarden.service.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a snapshot is asked for: a model to take it of, or an older snapshot to lift. */
@Schema(description = "a model, its sources, or a snapshot of an older format: exactly one of them")
public record SnapshotRequest(
        @Schema(examples = "primary") Optional<String> database,
        @Schema(examples = "postgresql") Optional<String> dialect,
        @Schema(implementation = SchemaDocument.class) Optional<JsonNode> model,
        List<SourceText> sources,
        @Schema(implementation = SnapshotDocument.class) Optional<JsonNode> snapshot) {}
