package dev.dbwarden.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dbwarden.engine.database.TestDatabase;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.dialect.Introspection;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.Scope;
import dev.dbwarden.engine.migration.Migrations;
import dev.dbwarden.engine.schema.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Both sides of every scenario on a real server: what is read from the database is what was read from its DDL. */
class IntrospectionTest {
    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> exportsWhatItWasMadeFromOnPostgresql() {
        return tests("postgresql");
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> exportsWhatItWasMadeFromOnSqlite() {
        return tests("sqlite");
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> exportsWhatItWasMadeFromOnMariadb() {
        return tests("mariadb");
    }

    private static Stream<DynamicTest> tests(String dialect) {
        return Scenario.all().stream().filter(scenario -> scenario.dialects().contains(dialect) && !scenario.sections().containsKey("problems"))
                .flatMap(scenario -> Stream.of("before", "after").map(side -> dynamicTest(scenario.name() + " " + side,
                        () -> exported(scenario, side, Dialects.find(dialect).orElseThrow()))));
    }

    private static void exported(Scenario scenario, String side, Dialect dialect) throws Exception {
        Reading model = dialect.read(scenario.text(side, dialect.name()), Schema.EMPTY);
        try (TestDatabase database = TestDatabase.open(dialect.name())) {
            database.run(scenario.text(scenario.sections().containsKey("server " + side) ? "server " + side : side, dialect.name()));
            Introspection found = introspect(dialect, database);
            assertThat(found.problems()).isEmpty();
            assertThat(Migrations.between(found.schema(), model.schema(), List.of(), dialect).upgrade().stream().map(each -> each.statement().sql())).isEmpty();
        }
    }

    private static Introspection introspect(Dialect dialect, TestDatabase database) throws Exception {
        var connection = database.connection();
        try {
            return dialect.introspector().introspect(connection, Scope.ALL);
        } finally {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setAutoCommit(true);
            }
        }
    }
}
