package dev.dbwarden.engine.lint;

import dev.dbwarden.engine.schema.Ref;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs rules over the two ways of a migration. */
public final class Linter {
    /** The changes in their order, the findings of each by code; what is about the whole comes last. */
    private static final Comparator<Finding> ORDER = Comparator.comparing((Finding finding) -> finding.change().orElse(Integer.MAX_VALUE)).thenComparing(Finding::code);

    private Linter() {}

    /** What is found on the way there, then what on the way back. */
    public static List<Finding> check(Way upgrade, Way rollback, Linting linting) {
        return Stream.of(upgrade, rollback).flatMap(way -> linting.rules(way.dialect()).stream().flatMap(rule -> rule.check(way)).sorted(ORDER))
                .filter(finding -> !linting.isMoot(finding)).map(Finding::onRollback).map(finding -> sized(finding, linting)).toList();
    }

    private static Finding sized(Finding finding, Linting linting) {
        Optional<String> size = finding.subject().map(Ref::owner).flatMap(linting::size).map(TableSize::words).filter(words -> !words.isEmpty());
        return size.map(words -> finding.saying(finding.message() + " (" + finding.subject().orElseThrow().owner() + ": " + words + ")")).orElse(finding);
    }
}
