package dev.dbwarden.service.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A drop and an add that may be one rename. */
public record RenameCandidateAnswer(
        @Schema(examples = "column users.username") String from,
        @Schema(examples = "column users.login") String to,
        @Schema(description = "0 to 1", examples = "0.75") double similarity,
        @Schema(description = "what to send back if it is a rename", examples = "users.username:login") String hint,
        @Schema(description = "what to send back if the old one is dropped", examples = "users.username:") String otherwise) {}
