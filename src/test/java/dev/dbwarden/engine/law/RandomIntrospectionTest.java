package dev.dbwarden.engine.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dbwarden.engine.database.TestDatabase;
import dev.dbwarden.engine.database.TestServer;
import dev.dbwarden.engine.dialect.Introspection;
import dev.dbwarden.engine.dialect.Scope;
import dev.dbwarden.engine.migration.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Random schemas on real servers: what is read from the database is what was read from its DDL. */
class RandomIntrospectionTest {
    private static final int SEEDS = 80;

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicContainer> exportsWhatItWasMadeFrom() {
        return TestServer.all().stream().map(server -> {
            Flavour flavour = Flavours.on(server);
            return dynamicContainer(server.toString(), Evolution.tests(flavour, flavour.onServer(SEEDS), evolution -> exported(evolution, server)));
        });
    }

    /** What no random schema of an older version has is what that version refuses. */
    @TestFactory
    Stream<DynamicTest> leavesOutWhatOlderVersionsDoNotKnow() {
        return TestServer.all().stream().flatMap(server -> Flavours.unknown(server).map(clause -> dynamicTest(clause + " is not for " + server, () -> {
            try (TestDatabase database = server.open()) {
                assertThatThrownBy(() -> database.run("CREATE TABLE t (id integer, a text " + clause.replace("{0}", "a").replace("{name}", "c") + ")"))
                        .isInstanceOf(IllegalStateException.class).hasMessageContaining("syntax error");
            }
        })));
    }

    private static void exported(Evolution evolution, TestServer server) {
        try (TestDatabase database = server.open()) {
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
