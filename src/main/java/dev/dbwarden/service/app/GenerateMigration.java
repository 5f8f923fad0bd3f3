package dev.dbwarden.service.app;

import dev.dbwarden.engine.diff.Renames;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.migration.Migration;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.service.api.FileAnswer;
import dev.dbwarden.service.api.MigrationAnswer;
import dev.dbwarden.service.api.MigrationRequest;
import dev.dbwarden.service.api.VerificationAnswer;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.layout.Layout;
import dev.dbwarden.service.layout.Written;
import dev.dbwarden.service.snapshot.Snapshot;
import dev.dbwarden.service.source.Model;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The use case: from a model and a snapshot to a migration, its rollback and the next snapshot. A pure function of the request, but for the verification. */
@ApplicationScoped
public class GenerateMigration {
    private final Limits limits;

    GenerateMigration(LimitsConfig config) {
        limits = config.limits();
    }

    /** Makes the migration. It is not answered yet, as it may be verified first. */
    public Proposal propose(MigrationRequest request, EarlyModel model) {
        Policy policy = Policy.of(request);
        Suppressions suppressions = Suppressions.of(request);
        Layout layout = Inputs.layout(request.layout());
        boolean inPhases = Inputs.inPhases(request.phases());
        Comparison compared = Comparison.of(request, model, limits);
        return new Proposal(request, policy, suppressions, layout, compared, Outcome.of(compared, inPhases, policy, limits));
    }

    public Generated answer(Proposal proposal, Optional<VerificationAnswer> verified) {
        MigrationRequest request = proposal.request();
        Policy policy = proposal.policy();
        Suppressions suppressions = proposal.suppressions();
        Layout layout = proposal.layout();
        Comparison compared = proposal.compared();
        Outcome outcome = proposal.outcome();
        List<Finding> findings = new ArrayList<>();
        policy.massDrop().finding(outcome.migration().changes(), compared.current().schema()).ifPresent(findings::add);
        verified.filter(each -> !each.verified()).map(GenerateMigration::notVerified).ifPresent(findings::addFirst);
        findings.addAll(findings(compared, outcome, request.renames()));
        var answers = new Answers(outcome.migration(), findings, compared.model().passedOver(), suppressions, verified);

        List<Written> written = outcome.stages().stream().flatMap(stage -> stage.written(request.description()).stream()).toList();
        List<FileAnswer> files = written.stream().flatMap(each -> layout.files(each).stream()).toList();
        MigrationAnswer whole = written.isEmpty() ? unchanged(answers, compared) : changed(answers, outcome.stages().getLast(), MigrationScript.file(written.getFirst().id(), files));
        MigrationAnswer answer = outcome.inPhases() ? whole.in(outcome.stages().stream().map(stage -> stage.answer(suppressions, request.description(), layout)).toList()) : whole;
        suppressions.refuseThoseThatHaveRunOut(answer);
        policy.check(answer);
        return new Generated(answer, files, compared.current().schema(), Renames.of(compared.hints(), compared.current().schema(), compared.desired()).changes(), compared.desired(),
                request.sources(), compared.dialect());
    }

    private static MigrationAnswer changed(Answers answers, Stage last, MigrationAnswer.MigrationFile file) {
        return answers.answer(last.header(), Optional.of(file), last.snapshot());
    }

    private static MigrationAnswer unchanged(Answers answers, Comparison compared) {
        String dialect = compared.dialect().name();
        Snapshot same = compared.current().of(compared.database(), dialect);
        return answers.answer(same.header().of(compared.database(), dialect), Optional.empty(), same.text());
    }

    /** What the service has to say of the request, then what the engine found, then what is beside the migration. */
    private static List<Finding> findings(Comparison compared, Outcome outcome, List<String> requested) {
        var findings = new ArrayList<Finding>();
        compared.model().notes().forEach(note -> findings.add(finding(note)));
        compared.model().schema().all(DefinedObject.class).filter(DefinedObject::lacksPassword).forEach(object -> findings.add(passwordLeftOut(object)));
        if (compared.unsigned()) {
            findings.add(ServiceFinding.NO_CHECKSUM.finding("the snapshot has no checksum, so nobody can tell whether it was changed by hand",
                    "commit the snapshot of POST /v1/snapshots or of the next migration, which has one"));
        }
        findings.addAll(findings(outcome.migration(), requested));
        outcome.unsplit().forEach(each -> findings.add(ServiceFinding.UNSPLIT.finding(each.subject(), each.message(), each.advice())));
        compared.model().outside().forEach(each -> findings.add(ServiceFinding.OUTSIDE_MODEL.finding(each, "apply it beside the migration, or write it as a model in SQL")));
        return findings;
    }

    private static List<Finding> findings(Migration migration, List<String> requested) {
        var findings = new ArrayList<Finding>();
        if (!migration.proof().holds()) {
            findings.add(ServiceFinding.NOT_PROVEN.finding("replaying the generated SQL does not give the model, or not the snapshot back; do not use it",
                    "report it with the model and the snapshot: this is a fault of the service"));
        }
        var sent = new HashSet<>(requested);
        migration.unmatchedHints().stream().filter(sent::contains).forEach(hint -> findings.add(ServiceFinding.UNMATCHED_HINT.finding(
                "the rename hint '" + hint + "' matches nothing", "leave it out if it was done already; otherwise look at its names: old:new, as in users.username:email, posts:articles, or mood.sad:unhappy for a label of an enum type")));
        findings.addAll(migration.findings());
        return findings;
    }

    private static Finding passwordLeftOut(DefinedObject object) {
        return ServiceFinding.PASSWORD_LEFT_OUT.finding(object.ref(), "the model has a password for " + object.ref() + ", which neither the migration nor the snapshot has, as they go into a repository",
                "take it out of the model, and set it by hand on the database; a change of it is not seen");
    }

    private static Finding notVerified(VerificationAnswer verified) {
        return ServiceFinding.NOT_VERIFIED.finding("the migration failed on " + verified.on() + "; 'verification' has the step and what differs",
                "do not use it; mend the model, or report what differs");
    }

    private static Finding finding(Model.Note note) {
        return switch (note.kind()) {
            case OTHERWISE -> ServiceFinding.READ_OTHERWISE.finding(note.text(), "write it so that the model says what the database has");
            case REFERENCE_PASSED_OVER -> ServiceFinding.REFERENCE_PASSED_OVER.finding(note.text(), "write it as a FOREIGN KEY of the table, which means the same to every server; or leave it out");
        };
    }
}
