package dev.dbwarden.service.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Names the databases that do not answer, and nothing else of them. The service is ready all the same: one broken database is no reason to
 * take away what needs none, and the others.
 */
@Readiness
@ApplicationScoped
public class DatabasesReadiness implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Databases databases;
    private final Map<String, Probe> probes = new ConcurrentHashMap<>();

    DatabasesReadiness(Databases databases) {
        this.databases = databases;
    }

    @Override
    public HealthCheckResponse call() {
        var states = new LinkedHashMap<String, String>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        databases.all().forEach(database -> probe(database));
        databases.all().forEach(database -> states.put(database.name(), probe(database).state(end)));
        databases.faulty().forEach(name -> states.put(name, "misconfigured"));
        var response = HealthCheckResponse.named("databases").up();
        states.forEach(response::withData);
        return response.build();
    }

    /** At most one probe of a database at a time, and none sooner than the last one is old. */
    private Probe probe(RegisteredDatabase database) {
        return probes.compute(database.name(), (_, last) -> last != null && last.isFresh() ? last : Probe.start(database));
    }

    private record Probe(FutureTask<String> task, long started) {
        static Probe start(RegisteredDatabase database) {
            var task = new FutureTask<>(() -> ask(database));
            Thread.ofVirtual().start(task);
            return new Probe(task, System.nanoTime());
        }

        private static String ask(RegisteredDatabase database) {
            try (Connection connection = database.pool().connection()) {
                return connection.isValid(Math.toIntExact(PATIENCE.toSeconds())) ? "up" : "unreachable";
            } catch (SQLException | RuntimeException e) {
                return "unreachable";
            }
        }

        boolean isFresh() {
            return !task.isDone() || System.nanoTime() - started < FRESH.toNanos();
        }

        String state(long end) {
            try {
                return task.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return "slow";
            } catch (ExecutionException e) {
                return "unreachable";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "slow";
            }
        }
    }
}
