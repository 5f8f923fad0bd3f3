package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.dialect.Strategy;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.Direction;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.lint.Way;
import java.util.Optional;
import java.util.stream.Stream;

/** Statements wait for an exclusive lock for as long as it takes. */
public final class NoLockTimeout implements Rule {
    private static final About ABOUT = About.of("DW412", Severity.INFO, "no lock time-out", "postgresql");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Way way) {
        Optional<Scripted> waiting = way.strategy() == Strategy.ONLINE || way.direction() == Direction.ROLLBACK ? Optional.empty() : way.script().stream()
                .filter(scripted -> scripted.statement().lock().equals("ACCESS EXCLUSIVE") && way.touchesRows(scripted.change())).findFirst();
        return waiting.map(scripted -> way.finding(this, scripted.change(),
                "nothing bounds the wait for the lock on %s: behind a long query it waits, and everybody else behind it".formatted(way.changes().get(scripted.change()).subject().owner()),
                "run it with SET lock_timeout = '5s' and try again when it gives up; strategy=online does")).stream();
    }
}
