package dev.dbwarden.service.app;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.api.PassedOverAnswer;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.api.SnapshotRequest;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.snapshot.Header;
import dev.dbwarden.service.snapshot.Snapshot;
import dev.dbwarden.service.source.Model;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The use case: a model's snapshot, or an older snapshot in the current form. */
@ApplicationScoped
public class MakeSnapshot {
    private final Limits limits;

    MakeSnapshot(LimitsConfig config) {
        limits = config.limits();
    }

    /**
     * A snapshot that was asked for.
     *
     * @param passedOver how many statements of the model hold no schema, and so are not in the text
     */
    public record Made(String text, int passedOver) {}

    /** The snapshot of the request's model, or the request's snapshot in the current form. */
    public Made answer(SnapshotRequest request) {
        Optional<Baseline> baseline = Inputs.snapshot(request.snapshot(), limits);
        Header header = baseline.map(Baseline::header).orElse(Header.NONE);
        Dialect dialect = DialectChoice.of(request.dialect(), header.dialect());
        String database = Inputs.database(request.database(), header.database());
        if (baseline.isPresent()) {
            if (request.model().isPresent() || !request.sources().isEmpty()) {
                throw Inputs.malformed("/snapshot", "the request has both a snapshot and a model", "send the model alone, or ask POST /v1/migrations");
            }
            return new Made(new Snapshot(header.of(database, dialect.name()), baseline.get().snapshot(dialect).schema()).text(), 0);
        }
        Model model = Inputs.model(request.model(), request.sources(), dialect, limits);
        Misreadings.refuse(model.schema(), model.places(), dialect, ProblemType.INVALID_MODEL);
        return new Made(new Snapshot(header.of(database, dialect.name()), dialect.normalizer().settled(model.schema(), Schema.EMPTY)).text(), model.passedOver().stream().mapToInt(PassedOverAnswer::count).sum());
    }
}
