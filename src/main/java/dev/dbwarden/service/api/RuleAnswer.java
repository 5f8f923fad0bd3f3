package dev.dbwarden.service.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The documentation of a rule whose findings answers carry. */
public record RuleAnswer(
        @Schema(examples = "DW101") String code,
        @Schema(examples = "table dropped") String title,
        @Schema(description = "of its findings in an upgrade; in a rollback they are INFO", examples = "CRITICAL") String severity,
        @Schema(description = "empty for all", examples = "[\"postgresql\"]") List<String> dialects,
        @Schema(description = "whether it is good practice rather than a danger, and looked at only where 'lint' asks for it") boolean habit,
        @Schema(description = "what it finds, in Markdown") String what,
        @Schema(description = "the consequence, in Markdown") String why,
        @Schema(description = "the way out with its SQL, in Markdown") String whatToDo) {

    /** A rule in one line. */
    public record RuleSummary(
            @Schema(examples = "DW101") String code,
            @Schema(examples = "table dropped") String title,
            @Schema(examples = "CRITICAL") String severity,
            @Schema(description = "empty for all") List<String> dialects,
            boolean habit) {}

    /** All of them. */
    @Schema(name = "Rules")
    public record Rules(List<RuleSummary> rules) {}
}
