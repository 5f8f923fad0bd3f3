package dev.dbwarden.service.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What running the migration on a real, throw-away database showed. */
public record VerificationAnswer(
        @Schema(description = "the scratch server, as the request calls it", examples = "embedded-sqlite") String on,
        @Schema(description = "as the server says it", examples = "3.54.1") String serverVersion,
        @Schema(description = "whether each step went well", examples = "true") boolean verified,
        List<StepAnswer> steps) {

    /** One step; after one that fails only the last is taken. */
    @Schema(name = "VerificationStep")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record StepAnswer(
            @Schema(description = "create_database, build_snapshot, compare_with_snapshot, run_upgrade, compare_with_model, run_rollback, compare_with_snapshot_again, drop_database",
                    examples = "run_upgrade") String step,
            boolean passed,
            @Schema(description = "differs from run to run", examples = "12") long milliseconds,
            @Schema(description = "what the database has, and what it should have", examples = "[\"alter column users.phone: type\"]") List<String> differences,
            @Schema(description = "the statement that the server refused") Optional<String> statement,
            @Schema(description = "the server's words") Optional<String> error) {}
}
