package dev.dbwarden.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.dialect.Strategy;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Rules;
import dev.dbwarden.engine.migration.Migrations;
import dev.dbwarden.engine.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The scenarios as golden files. {@code -Dscenarios.update=true} rewrites what they expect; continuous integration refuses it. */
class ScenariosTest {
    private static final boolean UPDATE = Boolean.getBoolean("scenarios.update");

    @TestFactory
    Stream<DynamicTest> saysWhatTheFileSays() {
        if (UPDATE && System.getenv("CI") != null) {
            throw new IllegalStateException("scenarios.update rewrites what the tests expect; run it at your desk and look at the difference");
        }
        return Scenario.all().stream().map(scenario -> dynamicTest(scenario.name(), () -> {
            if (UPDATE) {
                update(scenario);
                return;
            }
            SoftAssertions.assertSoftly(softly -> scenario.dialects().forEach(dialect -> compare(scenario, Outcome.of(scenario, dialect), softly)));
        }));
    }

    @TestFactory
    Stream<DynamicTest> isProvedAndQuiet() {
        return Scenario.all().stream().flatMap(scenario -> scenario.dialects().stream()
                .flatMap(dialect -> Arrays.stream(Strategy.values()).filter(strategy -> Dialects.find(dialect).orElseThrow().spelling(strategy).isPresent())
                        .map(strategy -> dynamicTest(scenario.name() + " on " + dialect + " " + strategy, () -> law(Outcome.of(scenario, dialect, strategy))))));
    }

    private static void compare(Scenario scenario, Outcome outcome, SoftAssertions softly) {
        assertProblems(scenario, outcome);
        outcome.expectations().forEach((section, text) -> softly.assertThat(expected(scenario, section)).as(section).isEqualTo(text));
        besides(scenario, outcome).forEach((section, text) -> softly.assertThat(scenario.sections().get(section)).as(section).isEqualTo(text));
        if (scenario.name().contains("0-no-change")) {
            softly.assertThat(outcome.expectations().entrySet().stream().filter(section -> section.getKey().startsWith("upgrade") && !section.getValue().isEmpty())).as("no change").isEmpty();
        }
    }

    /** Every rule finds something in a scenario that a server confirms, and a scenario of the same dialect shows it silent. */
    @Test
    void showEveryRuleFindingAndSilent() {
        var found = new TreeMap<String, Set<String>>();
        var silent = new TreeMap<String, Set<String>>();
        for (Scenario scenario : Scenario.all()) {
            String findings = scenario.sections().entrySet().stream().filter(section -> section.getKey().startsWith("findings")).map(Map.Entry::getValue).collect(Collectors.joining("\n"));
            Rules.all().forEach(rule -> (findings.contains(rule.code() + " ") ? found : silent).computeIfAbsent(rule.code(), _ -> new TreeSet<>()).add(scenario.name()));
        }
        List<String> codes = Rules.all().stream().map(Rule::code).toList();
        assertThat(found.keySet()).containsExactlyElementsOf(codes);
        assertThat(silent.keySet()).containsExactlyElementsOf(codes);
    }

    /** Each line of the section stands in a problem of its own. */
    private static void assertProblems(Scenario scenario, Outcome outcome) {
        List<String> parts = scenario.lines("problems", outcome.dialect().name());
        List<String> messages = new ArrayList<>(outcome.problems().stream().map(Problem::message).toList());
        assertThat(messages).hasSameSizeAs(parts);
        for (String part : parts) {
            assertThat(messages).anyMatch(message -> message.contains(part));
            messages.remove(messages.stream().filter(message -> message.contains(part)).findFirst().orElseThrow());
        }
    }

    private static String expected(Scenario scenario, String section) {
        int space = section.lastIndexOf(' ');
        return space < 0 ? scenario.sections().getOrDefault(section, "") : scenario.text(section.substring(0, space), section.substring(space + 1));
    }

    private static void update(Scenario scenario) {
        Scenario updated = scenario;
        for (String dialect : scenario.dialects()) {
            Outcome outcome = Outcome.of(scenario, dialect);
            if (!outcome.problems().isEmpty()) {
                assertProblems(scenario, outcome);
                return;
            }
            for (var expectation : outcome.expectations().entrySet()) {
                updated = updated.with(expectation.getKey(), expectation.getValue());
            }
            for (var expectation : besides(scenario, outcome).entrySet()) {
                updated = updated.with(expectation.getKey(), expectation.getValue());
            }
        }
        updated.write();
    }

    /** What the file says besides, in the sections that it has. */
    private static Map<String, String> besides(Scenario scenario, Outcome outcome) {
        var texts = new LinkedHashMap<>(outcome.back());
        if (outcome.dialect().spelling(Strategy.ONLINE).isPresent()) {
            texts.putAll(Outcome.of(scenario, outcome.dialect().name(), Strategy.ONLINE).online());
        }
        if (scenario.sections().keySet().stream().anyMatch(section -> section.startsWith("expand "))) {
            texts.putAll(outcome.phases(scenario));
        }
        texts.keySet().retainAll(scenario.sections().keySet());
        return texts;
    }

    private static void law(Outcome outcome) {
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(outcome.migration().proof().upgradeReachesModel()).as("the upgrade, replayed, reaches the model").isTrue();
            softly.assertThat(outcome.migration().proof().rollbackRestoresSnapshot()).as("the rollback, replayed, restores the snapshot").isTrue();
            for (Schema schema : List.of(outcome.before(), outcome.after())) {
                softly.assertThat(noise(schema, outcome.dialect())).as("a schema against itself").isEmpty();
                var problems = new ArrayList<Problem>();
                softly.assertThat(outcome.dialect().normalizer().schema(schema, problems)).as("normalized twice").isEqualTo(schema);
            }
        });
    }

    private static List<?> noise(Schema schema, Dialect dialect) {
        return Migrations.between(schema, schema, List.of(), dialect).changes();
    }
}
