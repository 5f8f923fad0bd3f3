package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.dialect.Strategy;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.Direction;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.lint.Way;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.List;
import java.util.stream.Stream;

/**
 * A transaction waits for exclusive locks for as long as it takes, and keeps what it has meanwhile: it takes more than one, or holds one
 * while rows are read. A lone statement that is done in a moment is not worth a finding in every migration.
 */
public final class NoLockTimeout implements Rule {
    private static final About ABOUT = About.of("DW412", Severity.INFO, "no lock time-out", "postgresql");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Way way) {
        if (way.strategy() == Strategy.ONLINE || way.direction() == Direction.ROLLBACK) {
            return Stream.empty();
        }
        List<Scripted> locking = way.script().stream().filter(scripted -> scripted.statement().lock().equals("ACCESS EXCLUSIVE") && way.touchesRows(scripted.change())).toList();
        boolean several = locking.stream().map(scripted -> table(scripted, way)).distinct().count() > 1;
        boolean takesLong = locking.stream().anyMatch(scripted -> scripted.statement().scansTable());
        return !several && !takesLong ? Stream.empty() : Stream.of(way.finding(this, locking.getFirst().change(),
                "nothing bounds the wait for %s: behind a long query the migration waits, and everybody else behind it".formatted(
                        several ? "the locks on %s and other tables".formatted(table(locking.getFirst(), way)) : "the lock on " + table(locking.getFirst(), way)),
                "run it with SET lock_timeout = '5s' and try again when it gives up; strategy=online does"));
    }

    private static ObjectName table(Scripted scripted, Way way) {
        return way.changes().get(scripted.change()).subject().owner();
    }
}
