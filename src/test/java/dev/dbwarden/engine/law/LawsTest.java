package dev.dbwarden.engine.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.migration.Migrations;
import dev.dbwarden.engine.plan.Plan;
import dev.dbwarden.engine.plan.Planner;
import dev.dbwarden.engine.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The laws of the engine on random schemas and random edits of them; needs no database. A failure's name is its seed. */
class LawsTest {
    private static final int SEEDS = 200;

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> holdForEverySchemaAndEveryEdit() {
        return Flavours.ALL.stream().flatMap(flavour -> Evolution.tests(flavour, flavour.withoutServer(SEEDS), evolution ->
                SoftAssertions.assertSoftly(softly -> {
                    migration(evolution, softly);
                    changes(evolution, softly);
                    schema(evolution, softly);
                })));
    }

    private static void migration(Evolution evolution, SoftAssertions softly) {
        softly.assertThat(evolution.migration().proof().upgradeReachesModel()).as("upgrade, replayed\n%s", evolution.story()).isTrue();
        softly.assertThat(evolution.migration().proof().rollbackRestoresSnapshot()).as("rollback, replayed\n%s", evolution.story()).isTrue();
        softly.assertThat(evolution.migration().unmatchedHints()).as("hints that match nothing").isEmpty();
        softly.assertThat(Evolution.script(Migrations.between(evolution.from(), evolution.from(), List.of(), evolution.dialect()).upgrade())).as("against itself").isEqualTo(";\n");
    }

    private static void changes(Evolution evolution, SoftAssertions softly) {
        List<Change> changes = evolution.migration().changes();
        var plan = new Plan(evolution.from(), Planner.steps(changes));
        softly.assertThat(plan.after()).as("the plan leads to the model").isEqualTo(evolution.to());
        softly.assertThat(plan.inverse().after()).as("its inverse leads back").isEqualTo(evolution.from());
        changes.forEach(change -> softly.assertThat(change.inverse().inverse()).as("twice inverted").isEqualTo(change));
    }

    private static void schema(Evolution evolution, SoftAssertions softly) {
        Schema schema = evolution.to();
        var problems = new ArrayList<Problem>();
        softly.assertThat(evolution.dialect().normalizer().schema(schema, problems)).as("normalized twice").isEqualTo(schema);
        String created = Evolution.script(Migrations.between(Schema.EMPTY, schema, List.of(), evolution.dialect()).upgrade());
        Reading reading = evolution.dialect().read(created, Schema.EMPTY);
        softly.assertThat(reading.problems()).as("written and read\n%s", created).isEmpty();
        softly.assertThat(reading.schema()).as("written and read\n%s", created).isEqualTo(schema);
    }

    /** What no random schema varies, no law has tried: a new component of the model has to be grown here too. */
    @Test
    void theGeneratorVariesEveryComponentOfTheModel() {
        var values = new HashMap<String, Set<Object>>();
        Flavours.ALL.forEach(flavour -> Stream.iterate(1, seed -> seed <= flavour.withoutServer(SEEDS), seed -> seed + 1)
                .forEach(seed -> Evolution.of(flavour, seed).to().objects().forEach(object -> collect(object, values))));
        values.values().removeIf(each -> each.size() > 1);
        assertThat(values.keySet()).containsExactlyInAnyOrderElementsOf(NEVER_VARIED.keySet());
    }

    /** By component, why. */
    private static final Map<String, String> NEVER_VARIED = Map.of(
            "Sequence.name", "the generator makes only s1", "Sequence.ownedBy", "the one that it gives an owner is read as a serial column's identity",
            "Extension.name", "the generator makes only citext", "View.written", "all spellings are equal", "Index.written", "all spellings are equal");

    private static void collect(Object value, Map<String, Set<Object>> values) {
        switch (value) {
            case Record record when record.getClass().getPackageName().equals(Schema.class.getPackageName()) -> {
                for (var component : record.getClass().getRecordComponents()) {
                    Object part = read(record, component);
                    values.computeIfAbsent(record.getClass().getSimpleName() + "." + component.getName(), _ -> new HashSet<>()).add(part);
                    collect(part, values);
                }
            }
            case Iterable<?> parts -> parts.forEach(part -> collect(part, values));
            case java.util.Optional<?> part -> part.ifPresent(present -> collect(present, values));
            default -> { }
        }
    }

    private static Object read(Record record, java.lang.reflect.RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
