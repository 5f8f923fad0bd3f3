package dev.dbwarden.engine.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbwarden.engine.database.ClickhouseDatabase;
import dev.dbwarden.engine.database.TestDatabase;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.dialect.Strategy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Random schemas with rows on real servers: upgraded they equal a fresh build, rolled back what they were, and no row is lost. */
class RandomOnDatabasesTest {
    private static final int SEEDS = 40;
    private static final int SEEDS_ONLINE = 20;
    private static final int SEEDS_ON_THE_ENGINE = 12;

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> followsEveryEditWithItsRows() {
        Stream<DynamicTest> onServers = Flavours.ALL.stream().filter(flavour -> TestDatabase.DIALECTS.contains(flavour.dialect()))
                .flatMap(flavour -> Evolution.tests(flavour, flavour.onServer(SEEDS), RandomOnDatabasesTest::migrate));
        Stream<DynamicTest> onTheEngine = ClickhouseDatabase.present("random schemas of ClickHouse with rows")
                ? Evolution.tests(Flavours.CLICKHOUSE, SEEDS_ON_THE_ENGINE, RandomOnDatabasesTest::migrate) : Stream.empty();
        return Stream.concat(onServers, onTheEngine);
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> followsEveryEditOnlineWithItsRows() {
        return Flavours.ALL.stream().filter(flavour -> TestDatabase.DIALECTS.contains(flavour.dialect()) && Dialects.find(flavour.dialect()).orElseThrow().spelling(Strategy.ONLINE).isPresent())
                .flatMap(flavour -> Evolution.tests(flavour, flavour.onServer(SEEDS_ONLINE), evolution -> migrate(evolution.online())));
    }

    private static void migrate(Evolution evolution) {
        try (TestDatabase database = TestDatabase.open(evolution.dialect().name())) {
            database.run(evolution.before().sql());
            List<String> old = database.fingerprint();
            database.run(evolution.before().rows());
            List<Map.Entry<String, String>> witnesses = evolution.before().witnesses(evolution.after());
            List<List<String>> values = answers(database, witnesses, Map.Entry::getKey);
            run(evolution.migration().upgrade(), database, evolution);
            assertThat(TestDatabase.difference(fresh(evolution), database.fingerprint())).as("upgraded, against a fresh build\n%s", evolution.story()).isEmpty();
            assertThat(answers(database, witnesses, Map.Entry::getValue)).as("rows after the upgrade\n%s", evolution.story()).isEqualTo(values);
            run(evolution.migration().rollback(), database, evolution);
            assertThat(TestDatabase.difference(old, database.fingerprint())).as("rolled back, against before\n%s", evolution.story()).isEmpty();
            assertThat(answers(database, witnesses, Map.Entry::getKey)).as("rows after the rollback\n%s", evolution.story()).isEqualTo(values);
        }
    }

    private static List<List<String>> answers(TestDatabase database, List<Map.Entry<String, String>> witnesses, Function<Map.Entry<String, String>, String> side) {
        return witnesses.stream().map(side).map(database::query).toList();
    }

    private static List<String> fresh(Evolution evolution) {
        try (TestDatabase fresh = TestDatabase.open(evolution.dialect().name())) {
            fresh.run(evolution.after().sql());
            return fresh.fingerprint();
        }
    }

    private static void run(List<Scripted> script, TestDatabase database, Evolution evolution) {
        for (Scripted scripted : script) {
            try {
                database.execute(scripted.statement().sql());
            } catch (IllegalStateException e) {
                throw new AssertionError(e.getMessage() + "\n" + evolution.story(), e);
            }
        }
    }
}
