package dev.dbwarden.service.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One SQL statement. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record StatementAnswer(
        @Schema(description = "without a semicolon at its end", examples = "ALTER TABLE users ADD COLUMN phone VARCHAR(20)") String sql,
        @Schema(description = "the index of the change that it is for", examples = "0") int change,
        @Schema(description = "whether it may share a transaction with the statements around it") boolean transactional,
        @Schema(description = "the strongest lock that it takes on existing tables, in the server's words", examples = "ACCESS EXCLUSIVE") Optional<String> lock,
        @Schema(description = "whether it writes every row of an existing table anew") boolean rewritesTable,
        @Schema(description = "whether it reads every row of an existing table") boolean scansTable) {}
