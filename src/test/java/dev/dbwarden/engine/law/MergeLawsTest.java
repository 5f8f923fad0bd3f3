package dev.dbwarden.engine.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbwarden.engine.database.TestDatabase;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.merge.Conflict;
import dev.dbwarden.engine.merge.Merge;
import dev.dbwarden.engine.merge.Merge.Conflicted;
import dev.dbwarden.engine.merge.Merge.Merged;
import dev.dbwarden.engine.migration.Migration;
import dev.dbwarden.engine.migration.Migrations;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The laws of merging, on two random histories of one random schema; and on real servers, that what merges also migrates. A failure's name is its seed. */
class MergeLawsTest {
    private static final int SEEDS = 200;
    private static final int SEEDS_ON_DATABASES = 15;

    /** Two branches, as SQL and read. */
    private record Branches(Dialect dialect, List<String> sql, Schema base, Schema ours, Schema theirs) {
        static Branches of(Dialect dialect, long seed) {
            List<String> sql = Flavours.ALL.stream().filter(flavour -> flavour.dialect().equals(dialect.name())).findFirst().map(flavour -> grown(flavour, seed)).orElseThrow();
            List<Schema> schemas = sql.stream().map(text -> Evolution.read(text, dialect)).toList();
            return new Branches(dialect, sql, schemas.get(0), schemas.get(1), schemas.get(2));
        }

        private static List<String> grown(Flavour flavour, long seed) {
            RandomSchema before = Growth.schema(flavour, seed);
            return List.of(before.sql(), Growth.edited(before, seed).sql(), Growth.edited(before, seed + 1_000_000).sql());
        }

        Merge merge(Schema ours, Schema theirs) {
            return Merge.of(base, ours, theirs, dialect.normalizer());
        }

        String story() {
            return "BASE\n" + sql.get(0) + "OURS\n" + sql.get(1) + "THEIRS\n" + sql.get(2);
        }
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> holdForAllBranches() {
        return Dialects.all().stream().flatMap(dialect -> tests(dialect, SEEDS, branches -> {
            assertThat(branches.merge(branches.ours, branches.ours)).as("the same on both sides").isEqualTo(new Merged(branches.ours));
            assertThat(branches.merge(branches.base, branches.theirs)).as("nothing on our side").isEqualTo(new Merged(branches.theirs));
            assertThat(branches.merge(branches.ours, branches.base)).as("nothing on their side").isEqualTo(new Merged(branches.ours));
            Merge merge = branches.merge(branches.ours, branches.theirs);
            assertThat(turned(branches.merge(branches.theirs, branches.ours))).as("the other way round\n%s", branches.story()).isEqualTo(turned(merge));
            if (merge instanceof Merged(Schema merged)) {
                losesNothing(branches, merged, branches.ours, branches.theirs);
                losesNothing(branches, merged, branches.theirs, branches.ours);
                assertThat(contents(merged).keySet()).as("invents nothing").allMatch(ref -> contents(branches.ours).containsKey(ref) || contents(branches.theirs).containsKey(ref));
            }
        }));
    }

    /** Otherwise the laws would hold for want of merges, or of conflicts. */
    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> branchesMergeAndQuarrelInEveryDialect() {
        return Dialects.all().stream().map(dialect -> DynamicTest.dynamicTest(dialect.name(), () -> {
            List<Merge> merges = LongStream.rangeClosed(1, SEEDS).mapToObj(seed -> Branches.of(dialect, seed)).map(branches -> branches.merge(branches.ours, branches.theirs)).toList();
            assertThat(merges.stream().filter(Merged.class::isInstance).count()).isGreaterThan(SEEDS / 10);
            assertThat(merges.stream().filter(Conflicted.class::isInstance).map(Conflicted.class::cast).flatMap(merge -> merge.conflicts().stream()).map(Conflict::type).distinct())
                    .contains(Conflict.Type.ADDED_DIFFERENTLY, Conflict.Type.ALTERED_DIFFERENTLY, Conflict.Type.ALTERED_AND_DROPPED, Conflict.Type.DROPPED_BUT_USED);
        }));
    }

    /** Our migration, then the one from ours to the merged schema, lead a real database where the merged model does. */
    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> migrateOnDatabases() {
        return Dialects.all().stream().filter(dialect -> TestDatabase.DIALECTS.contains(dialect.name())).flatMap(dialect -> tests(dialect, SEEDS_ON_DATABASES, branches -> {
            if (branches.merge(branches.ours, branches.theirs) instanceof Merged(Schema merged)) {
                try (TestDatabase database = TestDatabase.open(dialect.name()); TestDatabase fresh = TestDatabase.open(dialect.name())) {
                    database.run(branches.sql.getFirst());
                    upgrade(database, branches.base, branches.ours, branches.dialect);
                    upgrade(database, branches.ours, merged, branches.dialect);
                    upgrade(fresh, Schema.EMPTY, merged, branches.dialect);
                    assertThat(TestDatabase.difference(fresh.fingerprint(), database.fingerprint())).as(branches.story()).isEmpty();
                }
            }
        }));
    }

    private static void upgrade(TestDatabase database, Schema from, Schema to, Dialect dialect) {
        Migration migration = Migrations.between(from, to, List.of(), dialect);
        assertThat(migration.proof().holds()).isTrue();
        migration.upgrade().forEach(scripted -> database.execute(scripted.statement().sql()));
    }

    private static Stream<DynamicTest> tests(Dialect dialect, int count, java.util.function.Consumer<Branches> law) {
        long first = Long.getLong("laws.first", 1);
        return LongStream.range(first, first + Integer.getInteger("laws.seeds", count))
                .mapToObj(seed -> DynamicTest.dynamicTest(dialect.name() + ", seed " + seed, () -> law.accept(Branches.of(dialect, seed))));
    }

    /** What does not depend on which side is ours. */
    private static Object turned(Merge merge) {
        return switch (merge) {
            case Merged(Schema schema) -> schema;
            case Conflicted(List<Conflict> conflicts) -> conflicts.stream().map(conflict -> conflict.type() + " "
                    + Stream.of(conflict.ours(), conflict.theirs()).map(Object::toString).sorted().toList()).sorted().toList();
        };
    }

    /** What a side has is in the result as the side has it, unless the other side dropped or altered it. */
    private static void losesNothing(Branches branches, Schema merged, Schema side, Schema other) {
        Map<Ref, Object> base = contents(branches.base);
        Map<Ref, Object> others = contents(other);
        Map<Ref, Object> result = contents(merged);
        contents(side).forEach((ref, content) -> {
            boolean untouched = Optional.ofNullable(base.get(ref)).equals(Optional.ofNullable(others.get(ref)));
            if (untouched) {
                assertThat(result.get(ref)).as("%s\n%s", ref, branches.story()).isEqualTo(content);
            } else if (others.containsKey(ref)) {
                assertThat(result).as("%s", ref).containsKey(ref);
            }
        });
    }

    private static Map<Ref, Object> contents(Schema schema) {
        var contents = new LinkedHashMap<Ref, Object>();
        schema.objects().forEach(object -> {
            contents.put(object.ref(), object instanceof Relation relation ? bare(relation) : object);
            if (object instanceof Relation relation) {
                relation.parts().forEach(part -> contents.put(part.ref(object.name()), part));
            }
        });
        return contents;
    }

    private static SchemaObject bare(Relation relation) {
        return relation.withParts(dev.dbwarden.engine.schema.Parts.NONE);
    }
}
