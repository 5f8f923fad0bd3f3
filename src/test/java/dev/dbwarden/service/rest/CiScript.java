package dev.dbwarden.service.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The script behind the CI kit, run in a repository against the running service. */
public final class CiScript {
    private static final Path SCRIPT = Path.of("ci/dbwarden").toAbsolutePath();

    /** What came of it. */
    public record Run(int code, String output) {}

    private CiScript() {}

    public static Run run(Path repository, Map<String, String> environment) throws IOException, InterruptedException {
        var process = new ProcessBuilder("sh", SCRIPT.toString()).directory(repository.toFile()).redirectErrorStream(true);
        process.environment().put("DBWARDEN_URL", "http://127.0.0.1:" + RestAssured.port);
        process.environment().put("DBWARDEN_MODEL", "schema.sql");
        process.environment().putAll(environment);
        Process started = process.start();
        started.getOutputStream().close();
        String output = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(started.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(started.exitValue(), output);
    }
}
