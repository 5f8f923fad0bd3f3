package dev.dbwarden.service.app;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Strategy;
import dev.dbwarden.engine.diff.RenameHint;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.migration.Manner;
import dev.dbwarden.engine.migration.Migration;
import dev.dbwarden.engine.migration.Migrations;
import dev.dbwarden.engine.migration.SideBySide;
import dev.dbwarden.engine.phase.Phased;
import dev.dbwarden.engine.phase.Phases;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.api.FileAnswer;
import dev.dbwarden.service.api.MigrationAnswer;
import dev.dbwarden.service.api.MigrationRequest;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.api.VerificationAnswer;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.document.Path;
import dev.dbwarden.service.layout.Layout;
import dev.dbwarden.service.layout.Written;
import dev.dbwarden.service.snapshot.Header;
import dev.dbwarden.service.snapshot.Snapshot;
import dev.dbwarden.service.source.Model;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The use case: from a model and a snapshot to a migration, its rollback and the next snapshot. A pure function of the request, but for the verification. */
@ApplicationScoped
public class GenerateMigration {
    private final Limits limits;

    GenerateMigration(LimitsConfig config) {
        limits = config.limits();
    }

    public Generated generate(MigrationRequest request, Verification verification) {
        Policy policy = Policy.of(request);
        Suppressions suppressions = Suppressions.of(request);
        Layout layout = Inputs.layout(request.layout());
        List<RenameHint> hints = hints(request.renames(), Path.of("renames"));
        Optional<Baseline> baseline = Inputs.snapshot(request.snapshot(), limits);
        Header header = baseline.map(Baseline::header).orElse(Header.NONE);
        Dialect dialect = DialectChoice.of(request.dialect(), header.dialect());
        String database = Inputs.database(request.database(), header.database());
        Strategy strategy = Inputs.strategy(dialect, request.strategy());
        var read = SideBySide.of(tables(request), () -> current(baseline, dialect, request.expectedParent()), () -> Inputs.model(request.model(), request.sources(), dialect, limits));
        Snapshot current = read.first();
        Model model = read.second();
        Manner manner = new Manner(dialect, strategy, Inputs.linting(request.lint(), current));
        var all = new ArrayList<>(hints);
        all.addAll(hints(model.renames(), Path.ROOT));
        // What is no change stays in the snapshot as it stands there, which is how the database has it.
        Schema desired = dialect.normalizer().settled(model.schema(), current.schema()).sharing(current.schema());
        boolean inPhases = Inputs.inPhases(request.phases()) && !desired.equals(current.schema());
        boolean single = !inPhases && !desired.equals(current.schema());
        var made = SideBySide.of(desired.size(), () -> Migrations.between(current.schema(), desired, all, manner), () -> single ? current.next(database, dialect.name(), desired).text() : "");
        policy.refuseAmbiguity(made.first().candidates());
        Optional<Phased> phased = inPhases ? Optional.of(Phases.between(current.schema(), desired, all, manner)) : Optional.empty();
        Migration migration = phased.map(Phased::whole).orElse(made.first());
        policy.refuseLosses(migration.refusals());

        List<Finding> findings = findings(migration, request.renames(), baseline.filter(Baseline::isOwn).isPresent() && header.checksum().isEmpty());
        phased.stream().flatMap(each -> each.unsplit().stream()).forEach(each -> findings.add(ServiceFinding.UNSPLIT.finding(each.subject(), each.message(), each.advice())));
        model.notes().forEach(note -> findings.addFirst(finding(note)));
        policy.massDrop().finding(migration.changes(), current.schema()).ifPresent(findings::addFirst);
        model.outside().forEach(each -> findings.add(ServiceFinding.OUTSIDE_MODEL.finding(each, "apply it beside the migration, or write it as a model in SQL")));
        Optional<VerificationAnswer> verified = verification.of(current.schema(), desired, migration, dialect);
        verified.filter(each -> !each.verified()).ifPresent(each -> findings.addFirst(ServiceFinding.NOT_VERIFIED.finding(
                "the migration failed on " + each.on() + "; 'verification' has the step and what differs", "do not use it; mend the model, or report what differs")));
        var answers = new Answers(migration, findings, model.passedOver(), suppressions, verified);
        List<Stage> stages = phased.map(each -> Stage.of(each, current, desired, header.of(database, dialect.name())))
                .orElseGet(() -> List.of(new Stage("", migration, header.next(database, dialect.name(), current.checksum().value()), made.second())));
        List<Written> written = stages.stream().flatMap(stage -> stage.written(request.description()).stream()).toList();
        List<FileAnswer> files = written.stream().flatMap(each -> layout.files(each).stream()).toList();
        MigrationAnswer whole = written.isEmpty() ? unchanged(answers, database, dialect, current)
                : answers.answer(stages.getLast().header(), Optional.of(MigrationScript.file(written.getFirst().id(), files)), stages.getLast().snapshot());
        MigrationAnswer answer = phased.map(_ -> whole.in(stages.stream().map(stage -> stage.answer(suppressions, request.description(), layout)).toList())).orElse(whole);
        suppressions.refuseThoseThatHaveRunOut(answer);
        policy.check(answer);
        return new Generated(answer, files, current.schema(), desired, request.sources(), dialect);
    }

    private static int tables(MigrationRequest request) {
        return request.snapshot().map(snapshot -> snapshot.path("tables").size()).orElse(0);
    }

    private static Snapshot current(Optional<Baseline> baseline, Dialect dialect, Optional<String> expectedParent) {
        Snapshot current = baseline.map(each -> each.snapshot().apply(dialect)).orElse(Snapshot.EMPTY);
        refuseOtherParent(expectedParent, current);
        return current;
    }

    private static Finding finding(Model.Note note) {
        return switch (note.kind()) {
            case OTHERWISE -> ServiceFinding.READ_OTHERWISE.finding(note.text(), "write it so that the model says what the database has");
            case REFERENCE_PASSED_OVER -> ServiceFinding.REFERENCE_PASSED_OVER.finding(note.text(), "write it as a FOREIGN KEY of the table, which means the same to every server; or leave it out");
        };
    }

    private static MigrationAnswer unchanged(Answers answers, String database, Dialect dialect, Snapshot current) {
        Snapshot same = current.of(database, dialect.name());
        return answers.answer(same.header().of(database, dialect.name()), Optional.empty(), same.text());
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

    private static List<Finding> findings(Migration migration, List<String> requested, boolean withoutChecksum) {
        var findings = new ArrayList<Finding>();
        if (withoutChecksum) {
            findings.add(ServiceFinding.NO_CHECKSUM.finding("the snapshot has no checksum, so nobody can tell whether it was changed by hand",
                    "commit the snapshot of POST /v1/snapshots or of the next migration, which has one"));
        }
        if (!migration.proof().holds()) {
            findings.add(ServiceFinding.NOT_PROVEN.finding("replaying the generated SQL does not give the model, or not the snapshot back; do not use it",
                    "report it with the model and the snapshot: this is a fault of the service"));
        }
        var sent = new HashSet<>(requested);
        migration.unmatchedHints().stream().filter(sent::contains).forEach(hint -> findings.add(ServiceFinding.UNMATCHED_HINT.finding(
                "the rename hint '" + hint + "' matches nothing", "leave it out if it was done already; otherwise look at its names: old:new, as in users.username:email")));
        findings.addAll(migration.findings());
        return findings;
    }
}
