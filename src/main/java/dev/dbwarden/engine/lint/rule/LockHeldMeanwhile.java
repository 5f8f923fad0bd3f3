package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.lint.Way;
import java.util.Optional;
import java.util.stream.Stream;

/** A table that was locked before stays locked while another statement reads or writes many rows. */
public final class LockHeldMeanwhile implements Rule {
    private static final About ABOUT = About.of("DW411", Severity.WARN, "lock held while rows are read", "postgresql");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Way way) {
        Optional<Scripted> locking = Optional.empty();
        for (Scripted scripted : way.script()) {
            Statement statement = scripted.statement();
            if (!statement.transactional()) {
                locking = Optional.empty();
                continue;
            }
            if (locking.isPresent() && isLong(statement) && isLonger(locking.get(), scripted, way)) {
                return Stream.of(found(way, locking.get(), scripted));
            }
            if (locking.isEmpty() && statement.lock().equals("ACCESS EXCLUSIVE") && way.touchesRows(scripted.change())) {
                locking = Optional.of(scripted);
            }
        }
        return Stream.empty();
    }

    private static boolean isLong(Statement statement) {
        return statement.scansTable() && !statement.lock().isEmpty();
    }

    /** Whether the first lock is held for longer than the second statement's own would be. */
    private static boolean isLonger(Scripted first, Scripted then, Way way) {
        boolean other = !way.changes().get(first.change()).subject().owner().equals(way.changes().get(then.change()).subject().owner());
        return way.touchesRows(then.change()) && (other || !then.statement().lock().equals("ACCESS EXCLUSIVE"));
    }

    private Finding found(Way way, Scripted first, Scripted then) {
        return way.finding(this, first.change(), "in one transaction, %s stays locked for everybody while rows of %s are read"
                .formatted(way.changes().get(first.change()).subject(), way.changes().get(then.change()).subject()),
                "make these changes in migrations of their own, or take strategy=online");
    }
}
