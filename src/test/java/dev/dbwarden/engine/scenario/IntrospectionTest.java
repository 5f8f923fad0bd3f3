package dev.dbwarden.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dbwarden.engine.database.TestDatabase;
import dev.dbwarden.engine.database.TestServer;
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

/**
 * Both sides of every scenario on every real server: what is read from the database is what was read from its DDL. A server of an older
 * version than the scenario needs refuses it: what is marked without need fails.
 */
class IntrospectionTest {
    private static final List<String> SIDES = List.of("before", "after");

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> exportsWhatItWasMadeFrom() {
        return TestServer.all().stream().flatMap(server -> Scenario.all().stream()
                .filter(scenario -> scenario.dialects().contains(server.dialect()) && !scenario.sections().containsKey("problems") && !scenario.sections().containsKey("not exported")).flatMap(scenario -> tests(scenario, server)));
    }

    private static Stream<DynamicTest> tests(Scenario scenario, TestServer server) {
        return server.isBefore(scenario.needed(server.dialect()))
                ? Stream.of(dynamicTest(scenario.name() + " is not for " + server, () -> refused(scenario, server)))
                : SIDES.stream().map(side -> dynamicTest(scenario.name() + " " + side + " on " + server, () -> exported(scenario, side, server)));
    }

    private static void refused(Scenario scenario, TestServer server) {
        assertThatThrownBy(() -> SIDES.forEach(side -> {
            try (TestDatabase database = server.open()) {
                database.run(scenario.onServer(side, server.dialect()));
            }
        })).isInstanceOf(IllegalStateException.class);
    }

    private static void exported(Scenario scenario, String side, TestServer server) throws Exception {
        Dialect dialect = Dialects.find(server.dialect()).orElseThrow();
        Reading model = dialect.read(scenario.text(side, dialect.name()), Schema.EMPTY);
        try (TestDatabase database = server.open()) {
            database.run(scenario.onServer(side, dialect.name()));
            Introspection found = introspect(dialect, database, scenario.scope());
            assertThat(found.problems()).isEmpty();
            assertThat(Migrations.between(found.schema(), model.schema(), List.of(), dialect).upgrade().stream().map(each -> each.statement().sql())).isEmpty();
        }
    }

    private static Introspection introspect(Dialect dialect, TestDatabase database, Scope scope) throws Exception {
        var connection = database.connection();
        try {
            return dialect.introspector().introspect(connection, scope);
        } finally {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setAutoCommit(true);
            }
        }
    }
}
