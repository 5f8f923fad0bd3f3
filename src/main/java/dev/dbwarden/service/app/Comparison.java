package dev.dbwarden.service.app;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.diff.RenameHint;
import dev.dbwarden.engine.migration.Manner;
import dev.dbwarden.engine.migration.SideBySide;
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
    static Comparison of(MigrationRequest request, Limits limits) {
        var hints = new ArrayList<>(hints(request.renames(), Path.of("renames")));
        Optional<Baseline> baseline = Inputs.snapshot(request.snapshot(), limits);
        Header header = header(baseline);
        Dialect dialect = DialectChoice.of(request.dialect(), header.dialect());
        String database = Inputs.database(request.database(), header.database());
        var strategy = Inputs.strategy(dialect, request.strategy());
        var read = SideBySide.of(tables(request), () -> current(baseline, dialect, request.expectedParent()), () -> Inputs.model(request.model(), request.sources(), dialect, limits));
        Snapshot current = read.first();
        Model model = read.second();
        hints.addAll(hints(model.renames(), Path.ROOT));
        // What is no change stays in the snapshot as it stands there, which is how the database has it.
        Schema desired = dialect.normalizer().continued(model.schema(), current.schema()).sharing(current.schema());
        return new Comparison(baseline, current, model, desired, database,
                new Manner(dialect, strategy, Inputs.linting(request.lint(), current)), List.copyOf(hints));
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

    /** Fails where the snapshot is not what its checksum claims. */
    void refuseOtherContent() {
        baseline.ifPresent(each -> each.check().accept(current));
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

    /** How much there is to read, before it is. */
    private static int tables(MigrationRequest request) {
        return request.snapshot().map(snapshot -> snapshot.path("tables").size()).orElse(0);
    }

    private static Snapshot current(Optional<Baseline> baseline, Dialect dialect, Optional<String> expectedParent) {
        // who expects a parent is told of a wrong checksum first; all others are told beside the work that follows
        Snapshot current = baseline.map(each -> expectedParent.isPresent() ? each.snapshot(dialect) : each.reading().apply(dialect)).orElse(Snapshot.EMPTY);
        refuseOtherParent(expectedParent, current);
        return current;
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
