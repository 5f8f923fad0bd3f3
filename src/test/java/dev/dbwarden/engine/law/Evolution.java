package dev.dbwarden.engine.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.dialect.Strategy;
import dev.dbwarden.engine.diff.RenameHint;
import dev.dbwarden.engine.migration.Manner;
import dev.dbwarden.engine.migration.Migration;
import dev.dbwarden.engine.migration.Migrations;
import dev.dbwarden.engine.schema.Schema;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A random schema, what it becomes, and what the engine makes of the two. */
record Evolution(Dialect dialect, RandomSchema before, RandomSchema after, Schema from, Schema to, Migration migration) {
    static Evolution of(Flavour flavour, long seed) {
        Dialect dialect = Dialects.find(flavour.dialect()).orElseThrow();
        RandomSchema before = Growth.schema(flavour, seed);
        RandomSchema after = Growth.edited(before, seed);
        Schema from = read(before.sql(), dialect);
        Schema to = read(after.sql(), dialect);
        return new Evolution(dialect, before, after, from, to, migration(before, after, from, to, Manner.direct(dialect)));
    }

    private static Migration migration(RandomSchema before, RandomSchema after, Schema from, Schema to, Manner manner) {
        List<RenameHint> hints = before.renames(after).stream().map(RenameHint::parse).toList();
        return Migrations.between(from, to, hints, manner);
    }

    /** The same with the migration that keeps nobody out. */
    Evolution online() {
        return new Evolution(dialect, before, after, from, to, migration(before, after, from, to, new Manner(dialect, Strategy.ONLINE)));
    }

    /** One test for each seed: {@code -Dlaws.seeds=1000} for more, {@code -Dlaws.first=17 -Dlaws.seeds=1} for that one, {@code -Dlaws.dialect=mariadb}. */
    static Stream<DynamicTest> tests(Flavour flavour, int count, java.util.function.Consumer<Evolution> law) {
        if (!System.getProperty("laws.dialect", flavour.dialect()).equals(flavour.dialect())) {
            return Stream.empty();
        }
        long first = Long.getLong("laws.first", 1);
        return LongStream.range(first, first + Integer.getInteger("laws.seeds", count)).mapToObj(seed ->
                DynamicTest.dynamicTest(flavour.dialect() + ", seed " + seed, () -> law.accept(of(flavour, seed))));
    }

    static Schema read(String sql, Dialect dialect) {
        Reading reading = dialect.read(sql, Schema.EMPTY);
        assertThat(reading.problems()).as(sql).isEmpty();
        return dialect.normalizer().settled(reading.schema(), Schema.EMPTY);
    }

    static String script(List<Scripted> script) {
        Function<Scripted, String> sql = scripted -> scripted.statement().sql();
        return script.stream().map(sql).collect(Collectors.joining(";\n", "", ";\n"));
    }

    /** What a failure shows. */
    String story() {
        return "BEFORE\n" + before.sql() + "AFTER\n" + after.sql() + "RENAMES " + before.renames(after) + "\nUPGRADE\n" + script(migration.upgrade())
                + "ROLLBACK\n" + script(migration.rollback());
    }
}
