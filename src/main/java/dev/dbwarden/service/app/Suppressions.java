package dev.dbwarden.service.app;

import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.service.api.MigrationAnswer;
import dev.dbwarden.service.api.MigrationRequest;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.api.SuppressedAnswer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The findings that a request lets pass. One that has run out fails the request; one that matches nothing is itself a finding.
 *
 * <p>The day that they are held against is the request's {@code today}, or else the service's in UTC: that day decides whether a
 * suppression has run out and stands nowhere in the answer, so that one request gives the same bytes all day, and for ever with a
 * {@code today}.
 */
record Suppressions(List<Suppression> all, LocalDate today) {
    static final Suppressions NONE = new Suppressions(List.of(), LocalDate.MAX);

    static Suppressions of(MigrationRequest request) {
        return new Suppressions(SuppressionReader.of(request), request.today().map(Suppressions::day).orElseGet(() -> LocalDate.now(ZoneOffset.UTC)));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Inputs.malformed("/today", "'" + text + "' is no day", "write it as 2026-12-31, or leave it out");
        }
    }

    /** The findings that stay, and one for each suppression that lets nothing pass. */
    List<Finding> remaining(List<Finding> findings) {
        return Stream.concat(uncovered(findings).stream(),
                all.stream().filter(suppression -> findings.stream().noneMatch(suppression::covers)).map(suppression -> ServiceFinding.UNMATCHED_SUPPRESSION.finding(
                        "the suppression of %s on %s lets nothing pass".formatted(suppression.code(), suppression.subject()),
                        "take it out if the finding is gone; otherwise look at its code and its subject"))).toList();
    }

    /** The findings that stay. */
    List<Finding> uncovered(List<Finding> findings) {
        return findings.stream().filter(finding -> covering(finding).isEmpty()).toList();
    }

    /** What passed, and by whose word. */
    List<SuppressedAnswer> suppressed(List<Finding> findings) {
        return findings.stream().flatMap(finding -> covering(finding).stream().map(suppression -> new SuppressedAnswer(finding.code(), suppression.subject(),
                suppression.reason(), suppression.until().toString(), finding.message()))).toList();
    }

    private Optional<Suppression> covering(Finding finding) {
        return all.stream().filter(suppression -> suppression.covers(finding) && !suppression.hasRunOut(today)).findFirst();
    }

    /** Fails, with the whole answer, where one has run out. */
    void refuseThoseThatHaveRunOut(MigrationAnswer answer) {
        List<Mistake> over = all.stream().filter(suppression -> suppression.hasRunOut(today)).map(suppression -> suppression.place()
                .saying("the suppression of %s on %s ran out after %s".formatted(suppression.code(), suppression.subject(), suppression.until()))
                .fixedBy("look at the finding again: mend what it is about, or give a later day")).toList();
        if (!over.isEmpty()) {
            throw new ProblemException(ProblemType.POLICY_FAILED, over.getFirst().message() + (over.size() == 1 ? "" : "; and more"), over, Map.of("answer", answer));
        }
    }
}
