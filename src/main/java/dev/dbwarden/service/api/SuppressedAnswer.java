package dev.dbwarden.service.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A finding that the request, or a comment in the model, lets pass. */
public record SuppressedAnswer(
        @Schema(examples = "DW301") String code,
        @Schema(examples = "users.email") String subject,
        @Schema(examples = "both names are written since release 41") String reason,
        @Schema(examples = "2026-12-31") String until,
        @Schema(description = "what was found") String message) {}
