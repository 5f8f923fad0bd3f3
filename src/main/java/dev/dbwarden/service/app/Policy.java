package dev.dbwarden.service.app;

import dev.dbwarden.engine.dialect.Refusal;
import dev.dbwarden.engine.diff.RenameCandidate;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.service.api.ChangeAnswer;
import dev.dbwarden.service.api.FindingAnswer;
import dev.dbwarden.service.api.MigrationAnswer;
import dev.dbwarden.service.api.MigrationRequest;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a request lets pass: ambiguity, findings up to a severity, changes without a whole way back, many tables dropped at once.
 * A change that {@code allow} names passes in any case.
 */
record Policy(boolean dropsAndAdds, Optional<Severity> failOn, boolean refusesIrreversible, Allowed allowed, MassDrop massDrop) {
    static Policy of(MigrationRequest request) {
        boolean dropsAndAdds = request.onAmbiguity().map(word -> switch (word) {
            case "error" -> false;
            case "drop_and_add" -> true;
            default -> throw Inputs.malformed("/on_ambiguity", "'" + word + "' is not known", "send error or drop_and_add");
        }).orElse(false);
        return new Policy(dropsAndAdds, request.failOn().map(Policy::severity), request.refuseIrreversible().orElse(false), Allowed.of(request.allow()),
                new MassDrop(request.maxDroppedTables()));
    }

    private static Severity severity(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "info" -> Severity.INFO;
            case "warn" -> Severity.WARN;
            case "critical" -> Severity.CRITICAL;
            default -> throw Inputs.malformed("/fail_on", "'" + word + "' is not known", "send info, warn or critical");
        };
    }

    void refuseAmbiguity(List<RenameCandidate> candidates) {
        if (candidates.isEmpty() || dropsAndAdds) {
            return;
        }
        List<Mistake> mistakes = candidates.stream().map(candidate -> Mistake.at("/renames", "is %s now %s?".formatted(candidate.from(), candidate.to()))
                .fixedBy("send the rename '%s', or '%s' if it is dropped".formatted(candidate.hint(), candidate.otherwise()))).toList();
        throw new ProblemException(ProblemType.AMBIGUOUS_RENAME, candidates.size() == 1 ? mistakes.getFirst().message() : mistakes.getFirst().message() + "; and more",
                mistakes, Map.of("rename_candidates", candidates.stream().map(Answers::candidate).toList()));
    }

    /** Fails where the dialect refuses a step that {@code allow} does not name. */
    void refuseLosses(List<Refusal> refusals) {
        List<Mistake> refused = refusals.stream().filter(refusal -> !allowed.covers(refusal.permission()))
                .map(refusal -> Mistake.at("/allow", refusal.reason()).fixedBy(allowing(refusal.permission()))).toList();
        if (!refused.isEmpty()) {
            throw new ProblemException(ProblemType.UNSUPPORTED, refused.getFirst().message() + (refused.size() == 1 ? "" : "; and more"), refused);
        }
    }

    /** Fails, with the whole answer, where something in it is refused. */
    void check(MigrationAnswer answer) {
        List<Mistake> refused = Stream.concat(refusedFindings(answer), refusedChanges(answer)).toList();
        if (!refused.isEmpty()) {
            throw new ProblemException(ProblemType.POLICY_FAILED, refused.size() == 1 ? refused.getFirst().message()
                    : "%d things are refused; the first: %s".formatted(refused.size(), refused.getFirst().message()), refused, Map.of("answer", answer));
        }
    }

    private Stream<Mistake> refusedFindings(MigrationAnswer answer) {
        return IntStream.range(0, answer.findings().size()).filter(i -> refuses(answer.findings().get(i), answer)).mapToObj(i -> {
            FindingAnswer finding = answer.findings().get(i);
            return Mistake.at("/findings/" + i, finding.message()).fixedBy(wayOut(finding, answer));
        });
    }

    private Stream<Mistake> refusedChanges(MigrationAnswer answer) {
        return IntStream.range(0, answer.changes().size()).filter(i -> refuses(answer.changes().get(i))).mapToObj(i -> {
            ChangeAnswer change = answer.changes().get(i);
            return Mistake.at("/changes/" + i, change.summary() + ": its rollback does not bring back all that was there").fixedBy(allowing(Allowed.name(change)));
        });
    }

    private boolean refuses(ChangeAnswer change) {
        return refusesIrreversible && !change.reversibility().equals("exact") && !allowed.covers(change);
    }

    private boolean refuses(FindingAnswer finding, MigrationAnswer answer) {
        if (finding.code().equals(ServiceFinding.MASS_DROP.code())) {
            return !MassDrop.dropped(answer).allMatch(allowed::covers);
        }
        return failOn.isPresent() && Severity.valueOf(finding.severity()).compareTo(failOn.get()) >= 0 && name(finding, answer).filter(allowed::covers).isEmpty();
    }

    private static String wayOut(FindingAnswer finding, MigrationAnswer answer) {
        return name(finding, answer).map(name -> finding.advice() + "; or " + allowing(name)).orElse(finding.advice());
    }

    /** What a request may send for the finding to pass; nothing for one that is about the request itself. */
    private static Optional<String> name(FindingAnswer finding, MigrationAnswer answer) {
        return finding.change().map(index -> Allowed.name(answer.changes().get(index)));
    }

    private static String allowing(String name) {
        return "allow it with '" + name + "'";
    }
}
