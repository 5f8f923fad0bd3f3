package dev.dbwarden.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dbwarden.engine.database.ClickhouseDatabase;
import dev.dbwarden.engine.database.TestDatabase;
import dev.dbwarden.engine.database.TestServer;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.dialect.Strategy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The same scenarios on real databases that hold rows: the upgrade gives what a fresh build gives, the rollback gives back what was
 * there, and the rows are there throughout. SQLite enforces foreign keys, and runs each script bare and inside a transaction.
 */
class ScenariosOnDatabasesTest {
    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> equalsAFreshBuildAndGoesBack() {
        return tests("postgresql", "", false);
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> equalsAFreshBuildAndGoesBackOnline() {
        return tests("postgresql", Strategy.ONLINE, " online", false);
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> equalsAFreshBuildAndGoesBackOnSqlite() {
        return tests("sqlite", "", false);
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> equalsAFreshBuildAndGoesBackOnMariadb() {
        return tests("mariadb", "", false);
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> equalsAFreshBuildAndGoesBackOnMariadbOnline() {
        return tests("mariadb", Strategy.ONLINE, " online", false);
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> equalsAFreshBuildAndGoesBackOnClickhouse() {
        return ClickhouseDatabase.present("the scenarios of ClickHouse") ? tests("clickhouse", "", false) : Stream.empty();
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> equalsAFreshBuildAndGoesBackInATransaction() {
        return tests("sqlite", " in a transaction", true);
    }

    private static Stream<DynamicTest> tests(String dialect, String how, boolean inTransaction) {
        return tests(dialect, Strategy.DIRECT, how, inTransaction);
    }

    private static Stream<DynamicTest> tests(String dialect, Strategy strategy, String how, boolean inTransaction) {
        return Scenario.all().stream().filter(scenario -> scenario.dialects().contains(dialect) && !scenario.sections().containsKey("problems") && !scenario.sections().containsKey("no server"))
                .flatMap(scenario -> TestServer.of(dialect, scenario.needed(dialect)).stream()
                        .map(server -> dynamicTest(scenario.name() + " on " + server + how, () -> migrate(scenario, Outcome.of(scenario, dialect, strategy), server, inTransaction))));
    }

    private static void migrate(Scenario scenario, Outcome outcome, TestServer server, boolean inTransaction) {
        String dialect = outcome.dialect().name();
        assertThat(outcome.problems()).isEmpty();
        try (TestDatabase database = server.open()) {
            database.run(scenario.text("elsewhere", dialect));
            database.run(scenario.text("before", dialect));
            List<String> old = database.fingerprint();
            database.run(scenario.text("rows", dialect));
            run(outcome.migration().upgrade(), database, inTransaction);
            assertThat(TestDatabase.difference(fresh(scenario, server), database.fingerprint())).as("upgraded, against a fresh build").isEmpty();
            scenario.answers("rows after", dialect).forEach((query, rows) -> assertThat(database.query(query)).as(query).isEqualTo(rows));
            run(outcome.migration().rollback(), database, inTransaction);
            assertThat(TestDatabase.difference(old, database.fingerprint())).as("rolled back, against before").isEmpty();
            scenario.answers("rows back", dialect).forEach((query, rows) -> assertThat(database.query(query)).as(query).isEqualTo(rows));
        }
    }

    static List<String> fresh(Scenario scenario, TestServer server) {
        try (TestDatabase fresh = server.open()) {
            fresh.run(scenario.onServer("after", server.dialect()));
            return fresh.fingerprint();
        }
    }

    private static void run(List<Scripted> script, TestDatabase database, boolean inTransaction) {
        if (inTransaction) {
            database.execute("BEGIN");
        }
        script.forEach(scripted -> database.execute(scripted.statement().sql()));
        if (inTransaction) {
            database.execute("COMMIT");
        }
    }
}
