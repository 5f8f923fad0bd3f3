package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.dialect.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How long a statement waits for its lock, and how long it may run.
 *
 * <p>A statement that waits for a lock makes all wait that come after it and want a weaker one; so it gives up after a while, and is to be
 * tried again. A lock that lets others write lets them pass in the queue too, so that a statement which takes one, and reads a whole table,
 * gets the time that it needs (manual, 13.3.1, table of conflicting lock modes).
 */
enum Timeouts {
    /** Waits a moment, and is done in a moment. */
    SHORT("'5s'", "'1min'"),
    /** Waits a moment; how long it runs is the table's size. */
    LONG("'5s'", "0"),
    /** Is in nobody's way. */
    PATIENT("0", "0");

    private static final Set<String> HARMLESS = Set.of("", "ACCESS SHARE", "ROW SHARE", "ROW EXCLUSIVE", PostgresqlRenderer.MAINTENANCE);

    private final List<String> settings;

    Timeouts(String lock, String statement) {
        this.settings = List.of("SET lock_timeout = " + lock, "SET statement_timeout = " + statement);
    }

    /** The script with the settings before the statements that they are for, and the session's own at the end. */
    static List<Scripted> around(List<Scripted> script) {
        var timed = new ArrayList<Scripted>();
        List<String> now = List.of("", "");
        for (Scripted scripted : script) {
            List<String> wanted = of(scripted.statement()).settings;
            for (int i = 0; i < wanted.size(); i++) {
                if (!wanted.get(i).equals(now.get(i))) {
                    timed.add(new Scripted(Statement.of(wanted.get(i)), scripted.change()));
                }
            }
            now = wanted;
            timed.add(scripted);
        }
        if (!script.isEmpty()) {
            int last = script.getLast().change();
            timed.add(new Scripted(Statement.of("RESET lock_timeout"), last));
            timed.add(new Scripted(Statement.of("RESET statement_timeout"), last));
        }
        return timed;
    }

    private static Timeouts of(Statement statement) {
        boolean harmless = HARMLESS.contains(statement.lock());
        if (harmless && (statement.scansTable() || !statement.transactional())) {
            return PATIENT;
        }
        return statement.scansTable() ? LONG : SHORT;
    }
}
