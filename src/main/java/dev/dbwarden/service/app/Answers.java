package dev.dbwarden.service.app;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Description;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.diff.RenameCandidate;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.migration.Migration;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.service.api.ChangeAnswer;
import dev.dbwarden.service.api.FindingAnswer;
import dev.dbwarden.service.api.MigrationAnswer;
import dev.dbwarden.service.api.RenameCandidateAnswer;
import dev.dbwarden.service.api.StatementAnswer;
import dev.dbwarden.service.snapshot.Header;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A migration in the words of the API. */
record Answers(Migration migration, List<Finding> findings) {
    MigrationAnswer answer(Header header, Optional<MigrationAnswer.MigrationFile> file, String snapshot) {
        List<Change> changes = migration.changes();
        Map<Integer, Severity> found = severities();
        Set<ObjectName> created = changes.stream().filter(Change.CreateObject.class::isInstance).map(change -> change.subject().owner()).collect(Collectors.toSet());
        return new MigrationAnswer(!migration.isEmpty(), header.database().orElseThrow(), header.dialect().orElseThrow(), file,
                migration.upgrade().stream().map(Answers::statement).toList(), migration.rollback().stream().map(Answers::statement).toList(),
                IntStream.range(0, changes.size()).mapToObj(i -> change(changes.get(i), created, found.getOrDefault(i, Severity.SAFE))).toList(),
                findings.stream().map(Answers::finding).toList(), migration.candidates().stream().map(Answers::candidate).toList(),
                new MigrationAnswer.ProofAnswer(migration.proof().upgradeReachesModel(), migration.proof().rollbackRestoresSnapshot()), snapshot);
    }

    private static StatementAnswer statement(Scripted scripted) {
        var statement = scripted.statement();
        return new StatementAnswer(statement.sql(), scripted.change(), statement.transactional(),
                Optional.of(statement.lock()).filter(lock -> !lock.isEmpty()), statement.rewritesTable(), statement.scansTable());
    }

    /** A change weighs at least as much as what was found about it; what is added to a new table weighs nothing. */
    private static ChangeAnswer change(Change change, Set<ObjectName> created, Severity found) {
        Description description = Description.of(change);
        Weight weight = change instanceof Change.AddPart(var table, _) && created.contains(table) ? Weight.HARMLESS : Weight.of(change);
        Subject subject = Subject.of(change.subject());
        return new ChangeAnswer(description.type(), subject.table(), subject.column(), subject.object(), heavier(weight.severity(), found).name(),
                weight.reversibility(), description.summary());
    }

    /** The heaviest finding about each change, by its index. */
    private Map<Integer, Severity> severities() {
        var found = new HashMap<Integer, Severity>();
        findings.forEach(finding -> finding.change().ifPresent(index -> found.merge(index, finding.severity(), Answers::heavier)));
        return found;
    }

    private static Severity heavier(Severity one, Severity other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static FindingAnswer finding(Finding finding) {
        Subject subject = finding.subject().map(Subject::of).orElse(Subject.NONE);
        return new FindingAnswer(finding.code(), finding.severity().name(), subject.table(), subject.column(), subject.object(), finding.change(),
                finding.message(), finding.advice());
    }

    static RenameCandidateAnswer candidate(RenameCandidate candidate) {
        return new RenameCandidateAnswer(candidate.from().toString(), candidate.to().toString(), candidate.similarity(), candidate.hint(), candidate.otherwise());
    }
}
