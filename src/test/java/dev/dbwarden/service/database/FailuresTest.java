package dev.dbwarden.service.database;

import static dev.dbwarden.service.database.Registered.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Databases that are down, slow, refuse the login or cut the connection: what the caller gets, and what nobody ever sees. */
@QuarkusTest
@TestProfile(Registered.class)
class FailuresTest {
    private static final String TIMEOUT = "https://dbwarden.dev/problems/database-timeout";
    private static final String UNREACHABLE = "https://dbwarden.dev/problems/database-unreachable";

    @ParameterizedTest
    @CsvSource({"down, 502", "refused, 502", "cut, 502", "slow, 504", "notes, 502", "slow-mariadb, 504", "slow-mysql, 504", "slow-clickhouse, 504",
        "clickhouse-down, 502", "no-secret, 502", "no-database, 502", "faulty, 502", "mistyped, 502"})
    void areAProblemOfTheirOwn(String database, int status) throws IOException {
        long start = System.nanoTime();
        Response answer = as(Registered.READER_KEY).get("/v1/databases/" + database + "/export");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.path("type").toString()).isEqualTo(status == 504 ? TIMEOUT : UNREACHABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("its time-out is 2 s").isLessThan(Duration.ofSeconds(12));
        assertThat(answer.asString()).doesNotContain(Registered.CANARY, "localhost", "127.0.0.1", "jdbc", "\"reader", "org.postgresql");
    }

    @Test
    void areToldWithTheWayOut() {
        assertThat(detail("no-secret")).contains("its password-file cannot be read");
        assertThat(detail("no-database")).contains("no database of the name in its url");
        assertThat(detail("other-server")).contains("register a MariaDB with jdbc:mariadb");
        assertThat(detail("refused")).contains("the login was refused");
        assertThat(detail("mistyped")).contains("misconfigured", "the service's log says how");
    }

    private static String detail(String database) {
        return as(Registered.READER_KEY).get("/v1/databases/" + database + "/export").then().statusCode(502).extract().path("detail");
    }

    @Test
    void areLoggedWithoutTheWordsOfADriver() throws IOException {
        as(Registered.READER_KEY).get("/v1/databases/clickhouse-down/export").then().statusCode(502);
        assertThat(Files.readString(Path.of("target/registered.log"))).contains("pool-size is not a number", "database clickhouse-down")
                .doesNotContain("Failed to connect", "Connection refused", "com.clickhouse.client");
    }

    @Test
    void showNoPasswordAnywhere() throws Exception {
        var seen = new ArrayList<String>();
        for (Response answer : exports("shop", "in-url", "from-file", "refused", "down", "slow", "cut", "faulty", "notes", "scratch", "slow-mariadb", "slow-mysql", "slow-clickhouse")) {
            seen.add(answer.asString() + answer.headers());
        }
        for (String path : List.of("/q/health", "/q/health/ready", "/q/metrics", "/openapi", "/v1/databases", "/v1/limits", "/q/swagger-ui/")) {
            seen.add(as(Registered.READER_KEY).get(path).asString());
        }
        seen.add(Files.readString(Path.of("target/registered.log")));
        assertThat(seen).noneMatch(text -> text.contains(Registered.CANARY)).noneMatch(text -> text.contains(Registered.READER_KEY));
    }

    /** All at once: most of them are slow. */
    private static List<Response> exports(String... databases) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Response>();
            for (Future<Response> each : threads.invokeAll(Stream.of(databases).<Callable<Response>>map(database -> () -> as(Registered.READER_KEY).get("/v1/databases/" + database + "/export")).toList())) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    @Test
    void logInWithThePasswordOfTheUrlAndOfTheFile() {
        as(Registered.READER_KEY).get("/v1/databases/in-url/export").then().statusCode(200);
        as(Registered.READER_KEY).get("/v1/databases/from-file/export").then().statusCode(200);
    }

    @Test
    void areNamedByReadinessWhichStaysUp() {
        String health = RestAssured.get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP")).extract().asString();
        assertThat(health).contains("\"faulty\": \"misconfigured\"", "\"mistyped\": \"misconfigured\"", "\"down\"").doesNotContain("localhost", "jdbc");
    }

    @Test
    void leaveTheOthersAlone() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var hanging = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 50; i++) {
                hanging.add(threads.submit(() -> as(Registered.READER_KEY).get("/v1/databases/slow/export").statusCode()));
            }
            Thread.sleep(300);
            long start = System.nanoTime();
            as(Registered.SHOP_KEY).get("/v1/databases/shop/export").then().statusCode(200);
            RestAssured.given().contentType("application/json").body("{\"dialect\": \"sqlite\", \"model\": {\"tables\": {}}}").post("/v1/migrations").then().statusCode(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            for (Future<Integer> each : hanging) {
                assertThat(each.get()).isEqualTo(504);
            }
        }
    }

    /** What waits for a database takes nobody's place: neither for drift, nor for a verification. */
    @Test
    void leaveThoseAloneWhoNeedNone() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var hanging = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 6; i++) {
                hanging.add(threads.submit(() -> as(Registered.READER_KEY).contentType("application/json").body("{\"model\": {\"tables\": {}}}")
                        .post("/v1/databases/slow/drift").statusCode()));
                hanging.add(threads.submit(() -> as(Registered.VERIFIER_KEY).contentType("application/json")
                        .body("{\"dialect\": \"postgresql\", \"model\": {\"tables\": {}}, \"verify\": \"slow-scratch\"}").post("/v1/migrations").statusCode()));
            }
            Thread.sleep(1_500);
            RestAssured.given().contentType("application/json").body("{\"dialect\": \"sqlite\", \"model\": {\"tables\": {}}}").post("/v1/migrations").then().statusCode(200);
            as(Registered.SHOP_KEY).contentType("application/json").body("{\"model\": {\"tables\": {}}}").post("/v1/databases/shop/drift").then().statusCode(200);
            for (Future<Integer> each : hanging) {
                assertThat(each.get()).isEqualTo(504);
            }
        }
    }

    @Test
    void goAwayWithTheirCause() {
        String first = as(Registered.SHOP_KEY).get("/v1/databases/shop/export").asString();
        Registered.execute("postgres", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'shop' AND pid <> pg_backend_pid()");
        assertThat(as(Registered.SHOP_KEY).get("/v1/databases/shop/export").asString()).isEqualTo(first);
    }

    @Test
    void waitForALockNoLongerThanTheTimeOut() throws Exception {
        try (var connection = Registered.connect("shop"); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE pg_catalog.pg_class IN ACCESS EXCLUSIVE MODE");
            long start = System.nanoTime();
            as(Registered.SHOP_KEY).get("/v1/databases/shop/export").then().statusCode(504);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
        }
        as(Registered.SHOP_KEY).get("/v1/databases/shop/export").then().statusCode(200);
    }
}
