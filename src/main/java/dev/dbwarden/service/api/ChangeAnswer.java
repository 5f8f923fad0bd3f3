package dev.dbwarden.service.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change of the schema, in words. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ChangeAnswer(
        @Schema(examples = "add_column") String type,
        @Schema(examples = "users") Optional<String> table,
        @Schema(examples = "phone") Optional<String> column,
        @Schema(description = "the name of what is neither table nor column: an index, a constraint, a type, a view", examples = "users_phone_idx") Optional<String> object,
        @Schema(description = "SAFE, INFO, WARN or CRITICAL: what it means for data and application", examples = "SAFE") String severity,
        @Schema(description = "exact; structure_only: dropped data does not come back; irreversible", examples = "exact") String reversibility,
        @Schema(examples = "add column users.phone VARCHAR(20)") String summary) {}
