package dev.dbwarden.service.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names the shape of a merge's problem in the API's description: RFC 9457 with the conflicts beside. */
@Schema(description = "RFC 9457, with every conflict")
public record MergeProblem(
        @Schema(examples = "https://dbwarden.dev/problems/snapshot-conflict") String type,
        @Schema(examples = "The snapshots do not go together") String title,
        @Schema(examples = "409") int status,
        @Schema(examples = "both sides alter column users.email, and not to the same") String detail,
        List<Mistake> errors,
        List<ConflictAnswer> conflicts) {}
