package dev.dbwarden.service.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two changes that cannot both be had, and the ways out. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ConflictAnswer(
        @Schema(description = "altered_differently, altered_and_dropped, added_differently, dropped_but_used, renamed_differently, does_not_fit or same_number", examples = "altered_differently") String type,
        Optional<String> table,
        Optional<String> column,
        @Schema(description = "the name of what is neither a table nor a column") Optional<String> object,
        @Schema(description = "what our side did", examples = "[\"alter column users.email: type VARCHAR(100) -> TEXT\"]") List<String> ours,
        @Schema(description = "what their side did", examples = "[\"drop column users.email\"]") List<String> theirs,
        @Schema(examples = "one side drops column users.email, and the other alters it") String message,
        @Schema(description = "each of them resolves it") List<String> waysOut) {}
