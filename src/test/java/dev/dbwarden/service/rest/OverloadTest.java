package dev.dbwarden.service.rest;

import static dev.dbwarden.service.rest.Requesting.form;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More than the service can do: refused at once, stopped in time, and never in the way of those who ask for little. */
@QuarkusTest
@TestProfile(OverloadTest.Tight.class)
class OverloadTest {
    /** A model that takes seconds, in a body that counts as large. */
    private static final String COLUMNS = IntStream.range(0, 12).mapToObj(i -> ", c%d TEXT CHECK (length(c%d) > 1 AND (c%d <> 'x' OR lower(c%d) IN ('a', 'b', 'c')))".formatted(i, i, i, i))
            .collect(Collectors.joining());
    private static final String HEAVY = "{\"dialect\":\"postgresql\",\"sources\":[{\"name\":\"a.sql\",\"text\":\"" + IntStream.range(0, 9_000)
            .mapToObj(i -> "CREATE TABLE t" + i + " (id INTEGER PRIMARY KEY" + COLUMNS + ");").collect(Collectors.joining()) + "\"}]}";

    public static class Tight implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("warden.limits.request-time", "2s", "warden.limits.queue", "1");
        }
    }

    @Test
    void publishesItsLimits() {
        given().get("/v1/limits").then().statusCode(200).body("queue", equalTo(1));
    }

    @Test
    void stopsWorkThatTakesTooLong() throws InterruptedException {
        given().contentType("application/json").body(HEAVY).post("/v1/migrations").then().statusCode(413).body("type", endsWith("/too-large"))
                .body("detail", containsString("takes longer"));
        for (int tries = 0; isWorking() && tries < 100; tries++) {
            Thread.sleep(20);
        }
        assertThat(isWorking()).as("a thread still works for a request that was answered").isFalse();
    }

    @Test
    void refusesMoreThanCanWaitWhileTheRestGoesOn() {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/migrations"))
                    .header("Content-Type", "application/json").timeout(Duration.ofSeconds(60)).POST(BodyPublishers.ofString(HEAVY)).build();
            List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, 12).mapToObj(_ -> client.sendAsync(request, BodyHandlers.ofString())).toList();
            given().get("/q/health/live").then().statusCode(200).time(lessThan(5_000L));
            given().get("/v1/dialects").then().statusCode(200).time(lessThan(5_000L));
            form("schema.sql", "CREATE TABLE a (id INTEGER PRIMARY KEY);").multiPart("dialect", "postgresql").post("/v1/snapshots").then().statusCode(200);
            List<HttpResponse<String>> answers = sent.stream().map(CompletableFuture::join).toList();
            assertThat(answers).as(() -> answers.stream().map(HttpResponse::body).toList().toString()).extracting(HttpResponse::statusCode).contains(503).isSubsetOf(413, 503);
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 503).allSatisfy(answer -> {
                assertThat(answer.headers().firstValue("Retry-After")).as("1 where the queue is full, 5 where twelve large bodies were still arriving when their time was over").get().isIn("1", "5");
                assertThat(answer.body()).contains("/overloaded");
            });
        }
    }

    /** Whoever is let in is asked for the body, and waits here with it until there is no place left. */
    @Test
    void asksNobodyForABodyThatHasNoPlace() throws IOException {
        var sockets = new ArrayList<Socket>();
        try {
            List<String> refused = List.of();
            while (refused.isEmpty() && sockets.size() < 200) {
                var socket = ContinuationTest.send("", HEAVY.length());
                sockets.add(socket);
                BufferedReader answer = ContinuationTest.reader(socket);
                String status = answer.readLine();
                assertThat(status).isIn("HTTP/1.1 100 Continue", "HTTP/1.1 503 Service Unavailable");
                refused = status.contains("503") ? answer.lines().toList() : refused;
            }
            assertThat(refused).as("all until the service closes the connection").anyMatch("connection: close"::equalsIgnoreCase).anyMatch("retry-after: 1"::equalsIgnoreCase)
                    .last().asString().contains("/overloaded");
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static boolean isWorking() {
        return Thread.getAllStackTraces().entrySet().stream().filter(each -> each.getKey().getName().startsWith("large-") || each.getKey().getName().startsWith("helper-"))
                .anyMatch(each -> Arrays.stream(each.getValue()).anyMatch(frame -> frame.getClassName().startsWith("dev.dbwarden.engine")));
    }
}
