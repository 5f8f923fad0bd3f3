package dev.dbwarden.engine.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A model that is written as a history, what there was and the scripts that changed it since, says what the last of them left. */
class HistoryLawsTest {
    private static final int SEEDS = 100;

    @TestFactory
    Stream<DynamicTest> readsScriptsBehindWhatTheyStartFrom() {
        return Flavours.ALL.stream().flatMap(flavour -> Evolution.tests(flavour, flavour.withoutServer(SEEDS), HistoryLawsTest::replay));
    }

    private static void replay(Evolution evolution) {
        String upgraded = evolution.before().sql() + Evolution.script(evolution.migration().upgrade());
        assertThat(Evolution.read(upgraded, evolution.dialect())).as("upgraded\n%s", evolution.story()).isEqualTo(evolution.to());
        String rolledBack = evolution.after().sql() + Evolution.script(evolution.migration().rollback());
        assertThat(Evolution.read(rolledBack, evolution.dialect())).as("rolled back\n%s", evolution.story()).isEqualTo(evolution.from());
    }
}
