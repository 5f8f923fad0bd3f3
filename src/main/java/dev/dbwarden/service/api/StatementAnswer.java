package dev.dbwarden.service.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One SQL statement. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record StatementAnswer(
        @Schema(description = "without a semicolon at its end", examples = "ALTER TABLE users ADD COLUMN phone VARCHAR(20)") String sql,
        @Schema(description = "the index of the change that it is for", examples = "0") int change,
        @Schema(description = "whether it may run inside a transaction") boolean transactional,
        @Schema(description = "the lock that it takes on existing data, in the server's words", examples = "ACCESS EXCLUSIVE") Optional<String> lock,
        @Schema(description = "whether it writes every row anew") boolean rewritesTable) {}
