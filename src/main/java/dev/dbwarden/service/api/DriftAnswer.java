package dev.dbwarden.service.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a live database differs from what was sent. */
public record DriftAnswer(
        @Schema(examples = "shop") String database,
        @Schema(examples = "postgresql") String dialect,
        @Schema(description = "whether the live schema is the one that was sent", examples = "false") boolean inSync,
        @Schema(description = "the checksum of what was sent", examples = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08") String expected,
        @Schema(description = "the checksum of the live schema, which is its export's ETag", examples = "sha256:60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752") String live,
        @Schema(description = "what happened to the database: these changes lead from what was sent to what is live") List<ChangeAnswer> changes) {}
