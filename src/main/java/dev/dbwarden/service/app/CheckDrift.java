package dev.dbwarden.service.app;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Scope;
import dev.dbwarden.engine.migration.Migration;
import dev.dbwarden.engine.migration.Migrations;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.api.DriftAnswer;
import dev.dbwarden.service.api.SnapshotRequest;
import dev.dbwarden.service.database.LiveSchemas;
import dev.dbwarden.service.database.RegisteredDatabase;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.snapshot.Checksum;
import dev.dbwarden.service.snapshot.Header;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The use case: a snapshot or a model against a live database. */
@ApplicationScoped
public class CheckDrift {
    private final LiveSchemas live;
    private final Limits limits;

    CheckDrift(LiveSchemas live, LimitsConfig config) {
        this.live = live;
        this.limits = config.limits();
    }

    /** What of the database the filter lets through. */
    public Schema live(RegisteredDatabase database, Scope filter) {
        return ExportSnapshot.whole(database, live.read(database, filter, limits.requestTime())).schema();
    }

    /** Compares what was sent with what is live. */
    public DriftAnswer answer(RegisteredDatabase database, Schema found, SnapshotRequest request) {
        Dialect dialect = database.dialect();
        Schema expected = expected(dialect, request);
        Migration drift = Migrations.between(expected, found, List.of(), dialect);
        return new DriftAnswer(database.name(), dialect.name(), drift.isEmpty(), Checksum.of(expected).value(), Checksum.of(found).value(),
                new Answers(drift, drift.findings(), List.of(), Suppressions.NONE, Optional.empty()).changes(dialect.name()));
    }

    private Schema expected(Dialect dialect, SnapshotRequest request) {
        Optional<Baseline> baseline = Inputs.snapshot(request.snapshot(), limits);
        DialectChoice.of(request.dialect(), Optional.of(dialect.name()));
        DialectChoice.of(Optional.of(dialect.name()), baseline.map(Baseline::header).orElse(Header.NONE).dialect());
        if (baseline.isPresent()) {
            if (request.model().isPresent() || !request.sources().isEmpty()) {
                throw Inputs.malformed("/snapshot", "the request has both a snapshot and a model", "send one of them");
            }
            return baseline.get().snapshot(dialect).schema();
        }
        return Inputs.model(request.model(), request.sources(), dialect, limits).schema();
    }
}
