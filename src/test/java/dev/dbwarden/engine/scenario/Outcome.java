package dev.dbwarden.engine.scenario;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.dialect.Strategy;
import dev.dbwarden.engine.dialect.UnsupportedChangeException;
import dev.dbwarden.engine.diff.RenameCandidate;
import dev.dbwarden.engine.diff.RenameHint;
import dev.dbwarden.engine.lint.Direction;
import dev.dbwarden.engine.lint.Linting;
import dev.dbwarden.engine.migration.Manner;
import dev.dbwarden.engine.migration.Migration;
import dev.dbwarden.engine.migration.Migrations;
import dev.dbwarden.engine.phase.Phased;
import dev.dbwarden.engine.phase.Phases;
import dev.dbwarden.engine.phase.Unsplit;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the engine makes of a scenario in one dialect. The migration is an empty one where the input has problems, or cannot be done. */
record Outcome(Dialect dialect, Schema before, Schema after, List<Problem> problems, Migration migration) {
    static Outcome of(Scenario scenario, String dialectName) {
        return of(scenario, dialectName, Strategy.DIRECT);
    }

    static Outcome of(Scenario scenario, String dialectName, Strategy strategy) {
        Dialect dialect = Dialects.find(dialectName).orElseThrow(() -> new IllegalArgumentException("no dialect " + dialectName));
        Reading before = dialect.read(scenario.text("before", dialectName), Schema.EMPTY);
        Reading after = dialect.read(scenario.text("after", dialectName), Schema.EMPTY);
        List<Problem> problems = Stream.of(before, after).flatMap(reading -> reading.problems().stream()).toList();
        List<RenameHint> hints = Stream.concat(scenario.lines("renames", dialectName).stream(), after.renames().stream()).map(RenameHint::parse).toList();
        Migration none = Migrations.between(Schema.EMPTY, Schema.EMPTY, List.of(), dialect);
        if (!problems.isEmpty()) {
            return new Outcome(dialect, before.schema(), after.schema(), problems, none);
        }
        try {
            Manner manner = new Manner(dialect, strategy, new Linting(Set.copyOf(scenario.lines("habits", dialectName)), Map.of()));
            return new Outcome(dialect, before.schema(), after.schema(), problems, Migrations.between(before.schema(), after.schema(), hints, manner));
        } catch (UnsupportedChangeException impossible) {
            return new Outcome(dialect, before.schema(), after.schema(), impossible.changes().stream().map(change -> Problem.at(change.pointer(), change.message())).toList(), none);
        }
    }

    /** What the scenario's file has to say, by section. */
    Map<String, String> expectations() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("upgrade " + dialect.name(), script(migration.upgrade()));
        texts.put("rollback " + dialect.name(), script(migration.rollback()));
        texts.put("findings " + dialect.name(), findings(Direction.UPGRADE));
        texts.put("candidates", lines(migration.candidates().stream().map(RenameCandidate::hint)));
        texts.put("unmatched", lines(migration.unmatchedHints().stream()));
        return texts;
    }

    /** What the file may say of the rollback; looked at where it does. */
    Map<String, String> back() {
        return Map.of("findings back " + dialect.name(), findings(Direction.ROLLBACK));
    }

    private String findings(Direction direction) {
        return lines(migration.findings().stream().filter(finding -> finding.direction() == direction)
                .map(finding -> finding.code() + " " + finding.severity() + finding.subject().map(Ref::toString).map(" "::concat).orElse("")));
    }

    /** What the file may say of the online strategy; looked at where it does. */
    Map<String, String> online() {
        return Map.of("online upgrade " + dialect.name(), script(migration.upgrade()), "online rollback " + dialect.name(), script(migration.rollback()),
                "online findings " + dialect.name(), findings(Direction.UPGRADE));
    }

    /** The same in two phases. */
    Phased phased(Scenario scenario) {
        List<RenameHint> hints = Stream.concat(scenario.lines("renames", dialect.name()).stream(), dialect.read(scenario.text("after", dialect.name()), Schema.EMPTY).renames().stream())
                .map(RenameHint::parse).toList();
        return Phases.between(before, after, hints, Manner.direct(dialect));
    }

    /** What the file may say of two phases; looked at where it does. */
    Map<String, String> phases(Scenario scenario) {
        Phased phased = phased(scenario);
        return Map.of("expand " + dialect.name(), script(phased.expand().upgrade()), "contract " + dialect.name(), script(phased.contract().upgrade()),
                "expand rollback " + dialect.name(), script(phased.expand().rollback()), "contract rollback " + dialect.name(), script(phased.contract().rollback()),
                "unsplit " + dialect.name(), lines(phased.unsplit().stream().map(Unsplit::message)),
                "phase findings " + dialect.name(), lines(phased.whole().findings().stream().filter(finding -> finding.direction() == Direction.UPGRADE)
                        .map(finding -> finding.code() + " " + finding.severity() + finding.subject().map(Ref::toString).map(" "::concat).orElse(""))));
    }

    private static String script(List<Scripted> script) {
        return lines(script.stream().map(Scripted::statement)
                .map(statement -> (statement.transactional() ? "" : "-- not inside a transaction\n") + statement.sql() + ";"));
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }
}
