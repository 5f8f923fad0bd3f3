package dev.dbwarden.service.app;

import dev.dbwarden.engine.diff.RenameCandidate;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.service.api.FindingAnswer;
import dev.dbwarden.service.api.MigrationAnswer;
import dev.dbwarden.service.api.MigrationRequest;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a request lets pass: ambiguity, and findings up to a severity. */
record Policy(boolean dropsAndAdds, Optional<Severity> failOn) {

    static Policy of(MigrationRequest request) {
        request.layout().filter(layout -> !layout.equals("dbwarden")).ifPresent(layout -> {
            throw new ProblemException(ProblemType.UNSUPPORTED, "there is no layout '" + layout + "' here; supported: dbwarden",
                    List.of(Mistake.at("/layout", "unknown layout").fixedBy("send dbwarden, or leave it out")));
        });
        boolean dropsAndAdds = request.onAmbiguity().map(word -> switch (word) {
            case "error" -> false;
            case "drop_and_add" -> true;
            default -> throw Inputs.malformed("/on_ambiguity", "'" + word + "' is not known", "send error or drop_and_add");
        }).orElse(false);
        return new Policy(dropsAndAdds, request.failOn().map(Policy::severity));
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

    /** Fails, with the whole answer, where a finding is at or above the limit. */
    void refuseFindings(MigrationAnswer answer) {
        if (failOn.isEmpty()) {
            return;
        }
        List<FindingAnswer> failing = answer.findings().stream().filter(finding -> Severity.valueOf(finding.severity()).compareTo(failOn.get()) >= 0).toList();
        if (!failing.isEmpty()) {
            throw new ProblemException(ProblemType.POLICY_FAILED, "%d finding%s at or above %s".formatted(failing.size(), failing.size() == 1 ? "" : "s",
                    failOn.get().name().toLowerCase(Locale.ROOT)),
                    failing.stream().map(finding -> Mistake.at("/findings/" + answer.findings().indexOf(finding), finding.message()).fixedBy(finding.advice())).toList(),
                    members(answer));
        }
    }

    private static Map<String, Object> members(MigrationAnswer answer) {
        var members = new LinkedHashMap<String, Object>();
        members.put("answer", answer);
        return members;
    }
}
