package dev.dbwarden.engine.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbwarden.engine.database.TestDatabase;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.merge.Conflict;
import dev.dbwarden.engine.merge.Merge;
import dev.dbwarden.engine.merge.Merge.Conflicted;
import dev.dbwarden.engine.merge.Merge.Merged;
import dev.dbwarden.engine.merge.Merge.Unfit;
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

/** The laws of merging, on two random histories of one random schema; and on real servers, that what merges also migrates. A failure's name is its seed. */
class MergeLawsTest {
    private static final int SEEDS = 200;
    private static final int SEEDS_ON_DATABASES = 15;

    /** Two branches. */
    private record Branches(Dialect dialect, RandomSchema before, RandomSchema one, RandomSchema two, Schema base, Schema ours, Schema theirs) {
        static Branches of(Flavour flavour, long seed) {
            Dialect dialect = Dialects.find(flavour.dialect()).orElseThrow();
            RandomSchema before = Growth.schema(flavour, seed);
            RandomSchema one = Growth.edited(before, seed);
            RandomSchema two = Growth.edited(before, seed + 1_000_000);
            return new Branches(dialect, before, one, two, Evolution.read(before, dialect), Evolution.read(one, dialect), Evolution.read(two, dialect));
        }

        Merge merge(Schema ours, Schema theirs) {
            return Merge.of(base, ours, theirs, dialect.normalizer());
        }

        String story() {
            return "BASE\n" + before.sql() + "OURS\n" + one.sql() + "THEIRS\n" + two.sql();
        }
    }

    @TestFactory
    Stream<DynamicTest> holdForAllBranches() {
        return Flavours.ALL.stream().flatMap(flavour -> tests(flavour, SEEDS, branches -> {
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
    Stream<DynamicTest> branchesMergeAndQuarrelInEveryDialect() {
        return Flavours.ALL.stream().map(flavour -> DynamicTest.dynamicTest(flavour.dialect(), () -> {
            List<Merge> merges = LongStream.rangeClosed(1, SEEDS).mapToObj(seed -> Branches.of(flavour, seed)).map(branches -> branches.merge(branches.ours, branches.theirs)).toList();
            assertThat(merges.stream().filter(Merged.class::isInstance).count()).isGreaterThan(SEEDS / 10);
            assertThat(merges.stream().filter(Conflicted.class::isInstance).map(Conflicted.class::cast).flatMap(merge -> merge.conflicts().stream()).map(Conflict::type).distinct())
                    .containsExactlyInAnyOrder(Conflict.Type.values());
        }));
    }

    /** Our migration, then the one from ours to the merged schema, lead a real database where the merged model does. */
    @TestFactory
    Stream<DynamicTest> migrateOnDatabases() {
        return Flavours.ALL.stream().filter(flavour -> TestDatabase.DIALECTS.contains(flavour.dialect())).flatMap(flavour -> tests(flavour, SEEDS_ON_DATABASES, branches -> {
            if (branches.merge(branches.ours, branches.theirs) instanceof Merged(Schema merged)) {
                try (TestDatabase database = TestDatabase.open(flavour.dialect()); TestDatabase fresh = TestDatabase.open(flavour.dialect())) {
                    database.run(branches.before.sql());
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

    private static Stream<DynamicTest> tests(Flavour flavour, int count, java.util.function.Consumer<Branches> law) {
        long first = Long.getLong("laws.first", 1);
        return LongStream.range(first, first + Integer.getInteger("laws.seeds", count))
                .mapToObj(seed -> DynamicTest.dynamicTest(flavour.dialect() + ", seed " + seed, () -> law.accept(Branches.of(flavour, seed))));
    }

    /** What does not depend on which side is ours. */
    private static Object turned(Merge merge) {
        return switch (merge) {
            case Merged(Schema schema) -> schema;
            case Conflicted(List<Conflict> conflicts) -> conflicts.stream().map(conflict -> conflict.type() + " "
                    + Stream.of(conflict.ours(), conflict.theirs()).map(Object::toString).sorted().toList()).sorted().toList();
            case Unfit(List<String> problems) -> problems.stream().sorted().toList();
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
