package dev.dbwarden.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dbwarden.engine.database.TestDatabase;
import dev.dbwarden.engine.database.TestServer;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.dialect.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What statements say of themselves, against what PostgreSQL does: each runs in a transaction of its own, whose locks on the tables that were
 * there are those that it names; a table has another file after it if it says that it rewrites, and was read if it says that it scans.
 */
class StatementFactsTest {
    private static final List<String> MODES = List.of("", "SHARE UPDATE EXCLUSIVE", "SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE");
    private static final String TABLES = "FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind IN ('r', 'p', 'm') AND nspname !~ '^pg_' AND nspname <> 'information_schema'";
    private static final String FILES = "SELECT pg_class.oid, relfilenode " + TABLES + " ORDER BY 1";
    private static final String LOCKS = "SELECT upper(trim(replace(regexp_replace(mode, '(Access|Row|Share|Update)(?=[A-Z])', '\\1 ', 'g'), 'Lock', ''))) FROM pg_locks "
            + "WHERE pid = pg_backend_pid() AND locktype = 'relation' AND relation IN (%s)";
    private static final String SCANS = "SELECT coalesce(sum(seq_scan), 0) FROM pg_stat_xact_user_tables WHERE relid IN (%s)";

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> areTrueOfTheServer() {
        return Scenario.all().stream().filter(scenario -> scenario.dialects().contains("postgresql") && Stream.of("problems", "no server").noneMatch(scenario.sections()::containsKey))
                .flatMap(scenario -> TestServer.of("postgresql", scenario.needed("postgresql")).stream()
                        .flatMap(server -> Stream.of(Strategy.values()).map(strategy -> dynamicTest(scenario.name() + " " + strategy + " on " + server, () -> compare(scenario, strategy, server)))));
    }

    private static void compare(Scenario scenario, Strategy strategy, TestServer server) {
        Outcome outcome = Outcome.of(scenario, "postgresql", strategy);
        assertThat(outcome.problems()).isEmpty();
        try (TestDatabase database = server.open()) {
            database.run(scenario.onServer("before", "postgresql"));
            database.run(scenario.text("rows", "postgresql"));
            database.execute("SET timezone = 'Europe/Berlin'"); // with UTC a point in time changes its type without a rewrite
            SoftAssertions.assertSoftly(softly -> {
                for (List<Scripted> script : List.of(outcome.migration().upgrade(), outcome.migration().rollback())) {
                    script.forEach(scripted -> run(scripted.statement(), database, softly));
                }
            });
        }
    }

    private static void run(Statement statement, TestDatabase database, SoftAssertions softly) {
        if (!statement.transactional()) {
            database.execute(statement.sql());
            return;
        }
        List<String> files = database.query(FILES);
        String known = Stream.concat(Stream.of("0"), files.stream().map(line -> line.substring(0, line.indexOf(' ')))).collect(Collectors.joining(", "));
        database.execute("BEGIN");
        long scans = scans(database, known);
        database.execute(statement.sql());
        String lock = strongest(database.query(LOCKS.formatted(known)));
        boolean read = scans(database, known) > scans;
        boolean rewritten = isRewritten(files, database.query(FILES));
        database.execute("COMMIT");
        softly.assertThat(statement.lock()).as("lock of " + statement.sql()).isEqualTo(lock);
        softly.assertThat(statement.rewritesTable()).as("rewriting by " + statement.sql()).isEqualTo(rewritten);
        if (isTold(statement)) {
            softly.assertThat(statement.scansTable()).as("reading by " + statement.sql()).isEqualTo(read);
        }
    }

    /** A plain query may use an index, and a change of type may have to build one anew: that is not seen from the statement. */
    private static boolean isTold(Statement statement) {
        return !statement.sql().startsWith("SELECT ") && (statement.rewritesTable() || !statement.sql().contains(" TYPE "));
    }

    private static long scans(TestDatabase database, String tables) {
        return Long.parseLong(database.query(SCANS.formatted(tables)).getFirst());
    }

    /** Locks that let others read and write are no news. */
    private static String strongest(List<String> modes) {
        return modes.stream().max((one, other) -> Integer.compare(MODES.indexOf(one), MODES.indexOf(other))).filter(MODES::contains).orElse("");
    }

    private static boolean isRewritten(List<String> before, List<String> after) {
        var changed = new ArrayList<>(before);
        changed.removeAll(after);
        return changed.stream().map(line -> line.substring(0, line.indexOf(' ') + 1)).anyMatch(table -> after.stream().anyMatch(line -> line.startsWith(table)));
    }
}
