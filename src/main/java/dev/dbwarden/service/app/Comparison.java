package dev.dbwarden.service.app;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.diff.RenameHint;
import dev.dbwarden.engine.migration.Ahead;
import dev.dbwarden.engine.migration.Manner;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.api.MigrationRequest;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.document.Path;
import dev.dbwarden.service.snapshot.Header;
import dev.dbwarden.service.snapshot.Places;
import dev.dbwarden.service.snapshot.Snapshot;
import dev.dbwarden.service.source.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a request compares, read: the schema that stands, the one that is wanted, and how to come from one to the other.
 *
 * @param baseline the snapshot as it was sent
 * @param database what the database is called
 * @param hints    the renames that request and model ask for
 */
record Comparison(Optional<Baseline> baseline, Snapshot current, Model model, Schema desired, String database, Manner manner, List<RenameHint> hints) {
    static Comparison of(MigrationRequest request, EarlyModel early, Limits limits) {
        var hints = new ArrayList<>(hints(request.renames(), Path.of("renames")));
        Optional<Baseline> baseline = Inputs.snapshot(request.snapshot(), limits);
        Header header = header(baseline);
        Dialect dialect = DialectChoice.of(request.dialect(), header.dialect());
        String database = Inputs.database(request.database(), header.database());
        var strategy = Inputs.strategy(dialect, request.strategy());
        try (Ahead<Model> reading = early.of(request, dialect)) {
            Snapshot read = baseline.map(each -> each.reading().apply(dialect)).orElse(Snapshot.EMPTY);
            try (Ahead<Snapshot> checking = Ahead.of(read.schema().size(), () -> checked(read, baseline, request.expectedParent()))) {
                if (request.expectedParent().isPresent()) {
                    // who expects a parent is told of another one before he is told of his model
                    checking.get();
                }
                Model model = reading.get();
                hints.addAll(hints(model.renames(), Path.ROOT));
                // What is no change stays in the snapshot as it stands there, which is how the database has it.
                Schema desired = dialect.normalizer().continued(model.schema(), read.schema()).sharing(read.schema());
                return new Comparison(baseline, checking.get(), model, desired, database,
                        new Manner(dialect, strategy, Inputs.linting(request.lint(), read)), List.copyOf(hints));
            }
        }
    }

    /** Of the snapshot as it was sent. */
    Header header() {
        return header(baseline);
    }

    private static Header header(Optional<Baseline> baseline) {
        return baseline.map(Baseline::header).orElse(Header.NONE);
    }

    /** Whether nobody can tell that the snapshot is as the service made it. */
    boolean unsigned() {
        return baseline.filter(Baseline::isOwn).isPresent() && header().checksum().isEmpty();
    }

    Dialect dialect() {
        return manner.dialect();
    }

    /** Fails where the model, or the snapshot, is something else as soon as it is SQL. */
    void refuseMisreadings(Limits limits) {
        Misreadings.refuse(model.schema(), model.places(), dialect(), ProblemType.INVALID_MODEL);
        current.document().ifPresent(document ->
                Misreadings.refuse(current.schema(), Places.of(document, Path.of("snapshot"), dialect(), limits), dialect(), ProblemType.INVALID_SNAPSHOT));
    }

    boolean isChange() {
        return !desired.equals(current.schema());
    }

    /** The snapshot after the change. */
    Snapshot next() {
        return current.next(database, dialect().name(), desired);
    }

    /** The snapshot itself; fails where it is not what its checksum claims, or not the one that is expected. */
    private static Snapshot checked(Snapshot snapshot, Optional<Baseline> baseline, Optional<String> expectedParent) {
        baseline.ifPresent(each -> each.check().accept(snapshot));
        refuseOtherParent(expectedParent, snapshot);
        return snapshot;
    }

    private static List<RenameHint> hints(List<String> texts, Path at) {
        var mistakes = new Mistakes();
        var hints = new ArrayList<RenameHint>();
        for (int i = 0; i < texts.size(); i++) {
            try {
                hints.add(RenameHint.parse(texts.get(i)));
            } catch (IllegalArgumentException e) {
                mistakes.add(at.to(i), String.valueOf(e.getMessage()));
            }
        }
        mistakes.refuse(ProblemType.MALFORMED_REQUEST);
        return hints;
    }

    private static void refuseOtherParent(Optional<String> expected, Snapshot current) {
        if (expected.isPresent() && !expected.get().equals(current.checksum().value())) {
            throw new ProblemException(ProblemType.SNAPSHOT_CONFLICT, "the snapshot has the checksum %s, and %s is expected".formatted(current.checksum().value(), expected.get()),
                    List.of(Mistake.at("/expected_parent", "another migration was generated in between").fixedBy("take the newest snapshot and ask again")),
                    Map.of("checksum", current.checksum().value()));
        }
    }
}
