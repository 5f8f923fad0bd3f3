package dev.dbwarden.service.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names the parts of a merge's form in the API's description. */
@Schema(name = "MergeForm", description = "the fields of MergeRequest as a form, for curl -F")
public record MergeForm(
        @Schema(description = "the file of the snapshot that both sides come from", format = "binary") String base,
        @Schema(format = "binary") String ours,
        @Schema(format = "binary") String theirs,
        String dialect,
        String second) {}
