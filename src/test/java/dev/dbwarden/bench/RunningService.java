package dev.dbwarden.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The packaged service in a process of its own, as {@code script/server} runs it. */
final class RunningService implements AutoCloseable {
    private static final Duration STARTING = Duration.ofSeconds(60);

    /** The largest size sends more than the default limits let through. */
    private static final Map<String, String> MORE_THAN_DEFAULT = Map.of("WARDEN_LIMITS_BODY_SIZE", "64M", "WARDEN_LIMITS_TABLES", "20000");

    private final Process process;
    private final URI address;
    private final Duration started;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Starts it with more than the default limits, and waits for its first answer. */
    RunningService() throws IOException, InterruptedException {
        this(MORE_THAN_DEFAULT);
    }

    RunningService(Map<String, String> settings) throws IOException, InterruptedException {
        this(settings, Runtime.getRuntime().availableProcessors());
    }

    /** On the first so many cores of the machine. */
    RunningService(Map<String, String> settings, int cores) throws IOException, InterruptedException {
        int port = freePort();
        address = URI.create("http://localhost:" + port);
        long start = System.nanoTime();
        boolean all = cores == Runtime.getRuntime().availableProcessors();
        var builder = new ProcessBuilder(all ? List.of("script/server") : List.of("taskset", "--cpu-list", "0-" + (cores - 1), "script/server"));
        builder.environment().putAll(settings);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        process = builder.redirectErrorStream(true).redirectOutput(Path.of("target/bench-service.log").toFile()).start();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - start > STARTING.toNanos()) {
                throw new IOException("the service did not start; see target/bench-service.log");
            }
            Thread.sleep(5);
        }
        started = Duration.ofNanos(System.nanoTime() - start);
    }

    /** From the start of the process to its first answer. */
    Duration started() {
        return started;
    }

    /** Posts JSON and gives the answer's body; anything but 200 ends the benchmark. */
    byte[] post(String path, byte[] body) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(posting(path, body), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode() + ": " + new String(response.body()));
        }
        return response.body();
    }

    URI address(String path) {
        return address.resolve(path);
    }

    private HttpRequest posting(String path, byte[] body) {
        return HttpRequest.newBuilder(address(path)).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body)).build();
    }

    /** As whoever runs it would: SIGTERM. */
    void tellToStop() {
        process.destroy();
    }

    /** The process's resident memory in MB, from Linux's /proc; 0 elsewhere. */
    long residentMegabytes() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        List<String> lines = Files.exists(status) ? Files.readAllLines(status) : List.of();
        return lines.stream().filter(line -> line.startsWith("VmRSS:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
    }

    private boolean answers() throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(address.resolve("/v1/dialects")).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
