package dev.dbwarden.service.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a change means for the data or for those who use it. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FindingAnswer(
        @Schema(examples = "DW001") String code,
        @Schema(description = "INFO, WARN or CRITICAL", examples = "INFO") String severity,
        @Schema(description = "upgrade or rollback: which of the two it is about", examples = "upgrade") String direction,
        @Schema(examples = "users") Optional<String> table,
        @Schema(examples = "phone") Optional<String> column,
        @Schema(description = "the name of what is neither table nor column") Optional<String> object,
        @Schema(description = "the index of the change that it is about") Optional<Integer> change,
        @Schema(examples = "the snapshot has no checksum, so nobody can tell whether it was changed by hand") String message,
        @Schema(examples = "commit the snapshot of this answer, which has one") String advice) {}
