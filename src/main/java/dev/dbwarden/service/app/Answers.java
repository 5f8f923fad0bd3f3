package dev.dbwarden.service.app;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Description;
import dev.dbwarden.engine.dialect.Refusal;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.diff.RenameCandidate;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Judgement;
import dev.dbwarden.engine.migration.Migration;
import dev.dbwarden.service.api.ChangeAnswer;
import dev.dbwarden.service.api.FindingAnswer;
import dev.dbwarden.service.api.MigrationAnswer;
import dev.dbwarden.service.api.PassedOverAnswer;
import dev.dbwarden.service.api.RenameCandidateAnswer;
import dev.dbwarden.service.api.StatementAnswer;
import dev.dbwarden.service.api.VerificationAnswer;
import dev.dbwarden.service.snapshot.Header;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A migration in the words of the API. */
record Answers(Migration migration, List<Finding> found, List<PassedOverAnswer> passedOver, Suppressions suppressions, Optional<VerificationAnswer> verification) {
    List<ChangeAnswer> changes(String dialect) {
        List<Change> changes = migration.changes();
        List<Judgement> judgements = Judgement.of(changes, suppressions.remaining(found), dialect, migration.copied());
        Set<Integer> losing = migration.refusals().stream().map(Refusal::change).collect(Collectors.toSet());
        return IntStream.range(0, changes.size()).mapToObj(i -> change(changes.get(i), losing.contains(i) ? judgements.get(i).losing() : judgements.get(i))).toList();
    }

    MigrationAnswer answer(Header header, Optional<MigrationAnswer.MigrationFile> file, String snapshot) {
        return new MigrationAnswer(!migration.isEmpty(), header.database().orElseThrow(), header.dialect().orElseThrow(), file,
                migration.upgrade().stream().map(Answers::statement).toList(), migration.rollback().stream().map(Answers::statement).toList(),
                changes(header.dialect().orElseThrow()),
                suppressions.remaining(found).stream().map(Answers::finding).toList(), suppressions.suppressed(found), migration.candidates().stream().map(Answers::candidate).toList(), Optional.of(passedOver).filter(each -> !each.isEmpty()),
                new MigrationAnswer.ProofAnswer(migration.proof().upgradeReachesModel(), migration.proof().rollbackRestoresSnapshot()), verification, List.of(), snapshot);
    }

    private static StatementAnswer statement(Scripted scripted) {
        var statement = scripted.statement();
        return new StatementAnswer(statement.sql(), scripted.change(), statement.transactional(),
                Optional.of(statement.lock()).filter(lock -> !lock.isEmpty()), statement.rewritesTable(), statement.scansTable());
    }

    private static ChangeAnswer change(Change change, Judgement judgement) {
        Description description = Description.of(change);
        Subject subject = Subject.of(change.subject());
        return new ChangeAnswer(description.type(), subject.table(), subject.column(), subject.object(), judgement.severity().name(),
                judgement.reversibility().word(), description.summary());
    }

    private static FindingAnswer finding(Finding finding) {
        Subject subject = finding.subject().map(Subject::of).orElse(Subject.NONE);
        return new FindingAnswer(finding.code(), finding.severity().name(), finding.direction().word(), subject.table(), subject.column(), subject.object(), finding.change(),
                finding.message(), finding.advice());
    }

    static RenameCandidateAnswer candidate(RenameCandidate candidate) {
        return new RenameCandidateAnswer(candidate.from().toString(), candidate.to().toString(), candidate.similarity(), candidate.hint(), candidate.otherwise());
    }
}
