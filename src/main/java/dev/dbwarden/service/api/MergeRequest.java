package dev.dbwarden.service.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two snapshots to merge, and the one that both come from. */
@Schema(description = "two snapshots, and the one that both come from")
public record MergeRequest(
        @Schema(description = "may be left out where a snapshot has it", examples = "postgresql") Optional<String> dialect,
        @Schema(description = "the snapshot that both sides come from; left out or null where they have none", implementation = SnapshotDocument.class) Optional<JsonNode> base,
        @Schema(implementation = SnapshotDocument.class) Optional<JsonNode> ours,
        @Schema(implementation = SnapshotDocument.class) Optional<JsonNode> theirs,
        @Schema(description = "ours or theirs: whose migrations come second and are generated again, with the next number, on top of the other side's. "
                + "Needed where both sides have migrations since the base", examples = "theirs") Optional<String> second) {}
