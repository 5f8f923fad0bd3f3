package dev.dbwarden.service.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A migration with its way back, what it means, and the snapshot to commit with it. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record MigrationAnswer(
        @Schema(description = "whether there is anything to do", examples = "true") boolean changed,
        @Schema(examples = "primary") String database,
        @Schema(examples = "postgresql") String dialect,
        @Schema(description = "absent where nothing changed") Optional<MigrationFile> migration,
        List<StatementAnswer> upgrade,
        List<StatementAnswer> rollback,
        List<ChangeAnswer> changes,
        List<FindingAnswer> findings,
        @Schema(description = "findings that the request or the model lets pass") List<SuppressedAnswer> suppressed,
        List<RenameCandidateAnswer> renameCandidates,
        @Schema(description = "statements of an SQL model that hold no schema: rows, settings, owners; absent where there are none") Optional<List<PassedOverAnswer>> passedOver,
        ProofAnswer proof,
        @Schema(description = "what a scratch database showed; only where the request asks for it, as its times are never the same") Optional<VerificationAnswer> verification,
        @Schema(description = "the two migrations that these are, one after the other; none where the request asks for no phases") List<PhaseAnswer> phases,
        @JsonRawValue @Schema(implementation = SnapshotDocument.class, description = "the snapshot to commit; as it came where nothing changed") String snapshot) {

    /** The same migration, cut in phases. */
    public MigrationAnswer in(List<PhaseAnswer> parts) {
        return new MigrationAnswer(changed, database, dialect, migration, upgrade, rollback, changes, findings, suppressed, renameCandidates, passedOver, proof, verification, parts, snapshot);
    }

    /** The migration's file: of a layout with several, the one that applies it, or begins to. */
    public record MigrationFile(
            @Schema(examples = "primary__0003_add_column_users_phone") String id,
            @Schema(examples = "primary__0003_add_column_users_phone.sql") String filename,
            @Schema(examples = "-- upgrade\n\nALTER TABLE users ADD COLUMN phone VARCHAR(20);\n") String sql,
            @Schema(examples = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08") String checksum,
            @Schema(description = "the other files of the layout, in the order to apply them") List<FileAnswer> files) {}

    /** What replaying the generated SQL showed. */
    public record ProofAnswer(
            @Schema(description = "the snapshot and the upgrade give exactly the model") boolean upgradeReachesModel,
            @Schema(description = "the model and the rollback give exactly the snapshot") boolean rollbackRestoresSnapshot) {}
}
