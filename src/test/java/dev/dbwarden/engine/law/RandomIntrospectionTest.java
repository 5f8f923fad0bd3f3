package dev.dbwarden.engine.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbwarden.engine.database.TestDatabase;
import dev.dbwarden.engine.dialect.Introspection;
import dev.dbwarden.engine.dialect.Scope;
import dev.dbwarden.engine.migration.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Random schemas on real servers: what is read from the database is what was read from its DDL. */
class RandomIntrospectionTest {
    private static final int SEEDS = 80;

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> exportsWhatItWasMadeFrom() {
        return Flavours.ALL.stream().filter(flavour -> TestDatabase.DIALECTS.contains(flavour.dialect())).flatMap(flavour -> Evolution.tests(flavour, flavour.onServer(SEEDS), RandomIntrospectionTest::exported)).map(RandomIntrospectionTest::asFarAsKnown);
    }

    /** A column of a domain is printed with a cast to the domain's type in an expression; without the schema nobody can tell that cast from one that was written. */
    private static final Map<String, String> OPEN_FAULTS = Map.of("postgresql, seed 80", "ADD CONSTRAINT part_48 CHECK (name_42 = name_42");

    private static DynamicTest asFarAsKnown(DynamicTest test) {
        String fault = OPEN_FAULTS.get(test.getDisplayName());
        return fault == null ? test : DynamicTest.dynamicTest(test.getDisplayName() + ", an open fault",
                () -> assertThatThrownBy(test.getExecutable()::execute).isInstanceOf(AssertionError.class).hasMessageContaining(fault));
    }

    private static void exported(Evolution evolution) {
        try (TestDatabase database = TestDatabase.open(evolution.dialect().name())) {
            database.run(evolution.after().sql());
            Introspection found = introspected(database, evolution);
            assertThat(found.problems()).as(evolution.after().sql()).isEmpty();
            assertThat(Migrations.between(found.schema(), evolution.to(), List.of(), evolution.dialect()).upgrade().stream().map(each -> each.statement().sql()))
                    .as(evolution.after().sql()).isEmpty();
        }
    }

    private static Introspection introspected(TestDatabase database, Evolution evolution) {
        Connection connection = database.connection();
        try {
            Introspection found = evolution.dialect().introspector().introspect(connection, Scope.ALL);
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setAutoCommit(true);
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
