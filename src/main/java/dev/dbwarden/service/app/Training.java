package dev.dbwarden.service.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * With {@code warden.training=true} the service uses itself a little and ends. Run with {@code -XX:AOTCacheOutput}, the JVM then writes down
 * what was loaded and linked (JEP 483, 514), for a start with {@code -XX:AOTCache} in half the time: by the same JVM, of the same jars. What was
 * hot is not kept ({@code -XX:-AOTRecordTraining}): a start is spent on compiling it.
 */
@Singleton
public class Training {
    private static final int PAUSE_MILLIS = 50;
    private static final int MOST_TRIES = 1_200;
    private static final List<String> DIALECTS = List.of("postgresql", "sqlite", "mysql", "mariadb");
    private static final String BEFORE = "CREATE TABLE a (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL);\n";
    private static final String AFTER = BEFORE + """
            CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER NOT NULL REFERENCES a (id), price NUMERIC(10, 2) DEFAULT 0 CHECK (price >= 0));
            CREATE INDEX b_a_id ON b (a_id);
            """;

    private final boolean asked;
    private final HttpServer server;

    Training(@ConfigProperty(name = "warden.training", defaultValue = "false") boolean asked, HttpServer server) {
        this.asked = asked;
        this.server = server;
    }

    void start(@Observes StartupEvent started) {
        if (asked) {
            Thread.ofPlatform().daemon().start(this::useAndEnd);
        }
    }

    private void useAndEnd() {
        try {
            use(address());
            Quarkus.asyncExit();
        } catch (InterruptedException | RuntimeException e) {
            Quarkus.asyncExit(1);
            throw new IllegalStateException("the service cannot be used", e);
        }
    }

    private static void use(String service) {
        DIALECTS.forEach(dialect -> migrate(service, dialect, BEFORE, AFTER));
        migrate(service, "clickhouse", "CREATE TABLE a (id UInt64) ENGINE = MergeTree ORDER BY id", "CREATE TABLE a (id UInt64, name String) ENGINE = MergeTree ORDER BY id");
        List.of("/q/health/live", "/q/metrics", "/v1/limits", "/").forEach(path -> answer(open(service + path)));
    }

    /** Where the service listens, once it does. */
    private String address() throws InterruptedException {
        for (int tries = 0; server.getPort() <= 0; tries++) {
            if (tries == MOST_TRIES) {
                throw new IllegalStateException("the service does not start");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return "http://127.0.0.1:" + server.getPort();
    }

    private static void migrate(String service, String dialect, String before, String after) {
        String snapshot = post(service + "/v1/snapshots", part("dialect", dialect) + file("model", "schema.sql", before));
        String changes = part("dialect", dialect) + file("model", "schema.sql", after) + file("snapshot", "model_state.json", snapshot);
        post(service + "/v1/migrations", changes);
        post(service + "/v1/migrations?format=sql", changes);
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String name, String filename, String text) {
        return part(name + "\"; filename=\"" + filename, text);
    }

    private static String post(String address, String parts) {
        HttpURLConnection connection = open(address);
        connection.setRequestProperty("Content-Type", "multipart/form-data; boundary=b");
        connection.setDoOutput(true);
        try (OutputStream body = connection.getOutputStream()) {
            body.write((parts + "--b--\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer(connection);
    }

    private static HttpURLConnection open(String address) {
        try {
            return (HttpURLConnection) URI.create(address).toURL().openConnection();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer that is an error throws. */
    private static String answer(HttpURLConnection connection) {
        try (var body = connection.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
