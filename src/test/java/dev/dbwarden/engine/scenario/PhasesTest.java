package dev.dbwarden.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dbwarden.engine.database.TestDatabase;
import dev.dbwarden.engine.database.TestServer;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.dialect.UnsupportedChangeException;
import dev.dbwarden.engine.phase.Phased;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The scenarios in two phases: each half is proved, and on a real server both lead where one would, while both versions of an application write. */
class PhasesTest {
    /** {@code -Dphases.all=true} runs every scenario on databases. */
    private static final boolean ALL = Boolean.getBoolean("phases.all");

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> areProved() {
        return Scenario.all().stream().filter(scenario -> !scenario.sections().containsKey("problems")).flatMap(scenario -> scenario.dialects().stream()
                .map(dialect -> dynamicTest(scenario.name() + " on " + dialect, () -> prove(scenario, Outcome.of(scenario, dialect)))));
    }

    private static void prove(Scenario scenario, Outcome outcome) {
        String refusal = scenario.text("not in phases", outcome.dialect().name());
        if (!refusal.isEmpty()) {
            assertThatThrownBy(() -> outcome.phased(scenario)).isInstanceOf(UnsupportedChangeException.class).hasMessageContaining(refusal);
            return;
        }
        Phased phased = outcome.phased(scenario);
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(phased.whole().isEmpty()).as("nothing to do in two phases where there is nothing to do in one").isEqualTo(outcome.migration().isEmpty());
            softly.assertThat(phased.expand().proof().holds()).as("the expand phase, replayed").isTrue();
            softly.assertThat(phased.contract().proof().holds()).as("the contract phase, replayed").isTrue();
        });
    }

    /** Those whose files say what each phase is. */
    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> leadWhereOneWouldOnDatabases() {
        return TestDatabase.DIALECTS.stream().flatMap(dialect -> Scenario.all().stream()
                .filter(scenario -> scenario.dialects().contains(dialect) && (scenario.sections().containsKey("expand " + dialect) || ALL && isRunnable(scenario)))
                .flatMap(scenario -> TestServer.of(dialect, scenario.needed(dialect)).stream().map(server -> dynamicTest(scenario.name() + " on " + server, () -> migrate(scenario, server)))));
    }

    private static boolean isRunnable(Scenario scenario) {
        return Stream.of("problems", "no server", "not in phases").noneMatch(scenario.sections()::containsKey);
    }

    private static void migrate(Scenario scenario, TestServer server) {
        String dialect = server.dialect();
        Phased phased = Outcome.of(scenario, dialect).phased(scenario);
        try (TestDatabase database = server.open()) {
            database.run(scenario.text("elsewhere", dialect));
            database.run(scenario.text("before", dialect));
            List<String> old = database.fingerprint();
            database.run(scenario.text("rows", dialect));
            database.run(scenario.text("rows in phases", dialect));
            run(phased.expand().upgrade(), database);
            scenario.lines("between", dialect).forEach(database::execute);
            run(phased.contract().upgrade(), database);
            assertThat(TestDatabase.difference(ScenariosOnDatabasesTest.fresh(scenario, server), database.fingerprint())).as("contracted, against a fresh build").isEmpty();
            scenario.answers("rows after phases", dialect).forEach((query, rows) -> assertThat(database.query(query)).as(query).isEqualTo(rows));
            run(phased.contract().rollback(), database);
            scenario.lines("back", dialect).forEach(database::execute);
            run(phased.expand().rollback(), database);
            assertThat(TestDatabase.difference(old, database.fingerprint())).as("rolled back, against before").isEmpty();
            scenario.answers("rows back from phases", dialect).forEach((query, rows) -> assertThat(database.query(query)).as(query).isEqualTo(rows));
        }
    }

    private static void run(List<Scripted> script, TestDatabase database) {
        script.forEach(scripted -> database.execute(scripted.statement().sql()));
    }
}
