package dev.dbwarden.service.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Statements of one kind in one source that hold no schema, and so are in no migration. */
public record PassedOverAnswer(
        @Schema(examples = "schema.sql") String source,
        @Schema(description = "its first words", examples = "INSERT") String statement,
        @Schema(examples = "12") int count,
        @Schema(description = "the first one's line", examples = "40") int line) {}
