package dev.dbwarden.service.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.dbwarden.service.api.MigrationAnswer.MigrationFile;
import dev.dbwarden.service.api.MigrationAnswer.ProofAnswer;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One of two migrations between which both versions of an application work. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PhaseAnswer(
        @Schema(description = "expand: to run before the deployment; contract: to run after it", examples = "expand") String phase,
        @Schema(description = "whether there is anything to do in it", examples = "true") boolean changed,
        @Schema(description = "absent where nothing is to do") Optional<MigrationFile> migration,
        List<StatementAnswer> upgrade,
        List<StatementAnswer> rollback,
        List<ChangeAnswer> changes,
        List<FindingAnswer> findings,
        ProofAnswer proof,
        @JsonRawValue @Schema(implementation = SnapshotDocument.class, description = "the snapshot after it") String snapshot) {

    /** A migration's answer as that of a phase. */
    public static PhaseAnswer of(String phase, MigrationAnswer answer) {
        return new PhaseAnswer(phase, answer.changed(), answer.migration(), answer.upgrade(), answer.rollback(), answer.changes(), answer.findings(), answer.proof(), answer.snapshot());
    }
}
