package dev.dbwarden.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbwarden.engine.dialect.Introspection;
import dev.dbwarden.engine.dialect.Scope;
import dev.dbwarden.service.api.ProblemException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Callers that share one reading of a database, whose only connection is in use. */
@QuarkusTest
@TestProfile(Registered.class)
class SharedReadingTest {
    @Inject
    LiveSchemas live;
    @Inject
    Databases databases;

    @Test
    void lastsAsLongAsTheMostPatientOfItsCallers() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor(); var connection = Registered.connect("postgres"); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE pg_catalog.pg_class IN ACCESS EXCLUSIVE MODE");
            var running = CompletableFuture.supplyAsync(() -> read(Duration.ofSeconds(60)), threads);
            Thread.sleep(500);
            var impatient = CompletableFuture.supplyAsync(() -> read(Duration.ofMillis(500)), threads);
            var patient = CompletableFuture.supplyAsync(() -> read(Duration.ofSeconds(60)), threads);
            assertThatThrownBy(impatient::get).hasCauseInstanceOf(ProblemException.class).hasMessageContaining("scratch");
            connection.rollback();
            assertThat(running.get(60, TimeUnit.SECONDS).problems()).isEmpty();
            assertThat(patient.get(60, TimeUnit.SECONDS).problems()).isEmpty();
        }
    }

    private Introspection read(Duration atMost) {
        return live.read(databases.find("scratch").orElseThrow(), Scope.ALL, atMost);
    }
}
