package dev.dbwarden.service.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A problem as RFC 9457 has it, with every mistake and its place. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "RFC 9457; ambiguous-rename also has rename_candidates, policy-failed the whole answer, 406 and 415 what is supported",
        additionalProperties = Schema.True.class)
public record Problem(
        @Schema(examples = "https://dbwarden.dev/problems/invalid-model") String type,
        @Schema(examples = "The model has errors") String title,
        @Schema(examples = "422") int status,
        @Schema(examples = "column users.id has no type") String detail,
        List<Mistake> errors,
        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> members) {}
