package dev.dbwarden.service.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The limits in force. */
public record LimitsAnswer(
        @Schema(description = "bytes of a body, after inflating", examples = "16777216") long bodySize,
        @Schema(description = "how deep JSON and YAML nest", examples = "64") int jsonDepth,
        @Schema(description = "tables of a schema", examples = "10000") int tables,
        @Schema(description = "columns of a table", examples = "1000") int columns,
        @Schema(description = "seconds that a request may take", examples = "30") long requestTime,
        @Schema(description = "requests that wait while others are worked on; one more is answered with 503", examples = "16") int queue) {}
