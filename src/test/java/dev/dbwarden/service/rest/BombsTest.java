package dev.dbwarden.service.rest;

import static dev.dbwarden.service.rest.Requesting.PROBLEM;
import static dev.dbwarden.service.rest.Requesting.migration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A corpus of what is made to hurt: each is answered with 4xx, soon, and the service goes on. */
@QuarkusTest
class BombsTest {
    /** A second is promised; a cold service on a machine that does much else gets more. */
    private static final Duration MOST = Duration.ofSeconds(10);
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String COLUMN = "{\"columns\":{\"id\":{\"type\":\"INTEGER\",\"primary_key\":true}}}";

    static Stream<Arguments> documents() {
        return Stream.of(
                arguments("a number of a million digits", request("\"max_dropped_tables\":" + "9".repeat(1_000_000))),
                arguments("a number with a giant exponent", request("\"max_dropped_tables\":1e999999999")),
                arguments("a number over the range", request("\"max_dropped_tables\":99999999999999999999")),
                arguments("a negative number", request("\"max_dropped_tables\":-1")),
                arguments("not a number", "{\"dialect\":\"postgresql\",\"model\":{},\"max_dropped_tables\":NaN}"),
                arguments("a field that stands twice", request("\"renames\":[],\"renames\":[]")),
                arguments("a table that stands twice", model("\"a\":" + COLUMN + ",\"a\":" + COLUMN)),
                arguments("depth in a model", model("\"a\":" + "{\"columns\":".repeat(5_000) + "1" + "}".repeat(5_000))),
                arguments("depth in an unknown field", request("\"x\":" + "[".repeat(100_000))),
                arguments("a hundred thousand unknown fields", "{" + IntStream.range(0, 100_000).mapToObj(i -> "\"f" + i + "\":1").collect(Collectors.joining(",")) + "}"),
                arguments("renames that go round", request("\"renames\":[\"a:b\",\"b:a\",\"a:a\",\":\",\"::\"]")),
                arguments("a hundred thousand renames", request("\"renames\":[" + IntStream.range(0, 100_000).mapToObj(i -> "\"a" + i + "\"").collect(Collectors.joining(",")) + "]")),
                arguments("a table without a name", model("\"\":" + COLUMN)),
                arguments("a name with a null character", model("\"a\\u0000b\":" + COLUMN)),
                arguments("a name that is half a character", model("\"a\\ud800b\":" + COLUMN)),
                arguments("a name of a million letters", model("\"" + "a".repeat(1_000_000) + "\":" + COLUMN)),
                arguments("a column's name of a million letters", model("\"a\":{\"columns\":{\"" + "b".repeat(1_000_000) + "\":{\"type\":\"INTEGER\"}}}")),
                arguments("a type of a million brackets", model("\"a\":{\"columns\":{\"b\":{\"type\":\"" + "(".repeat(1_000_000) + "\"}}}")),
                arguments("more tables than the limit", model(IntStream.range(0, 10_001).mapToObj(i -> "\"t" + i + "\":" + COLUMN).collect(Collectors.joining(",")))),
                arguments("a snapshot that is a list", request("\"snapshot\":[]")),
                arguments("a snapshot of no version", request("\"snapshot\":{\"tables\":{}}")),
                arguments("a snapshot of another version", request("\"snapshot\":{\"version\":\"9.9\",\"tables\":{}}")),
                arguments("a snapshot with a wrong checksum", request("\"snapshot\":{\"version\":\"1.0\",\"checksum\":\"sha256:" + "0".repeat(100_000) + "\",\"tables\":{}}")),
                arguments("a snapshot with a giant revision", request("\"snapshot\":{\"version\":\"1.0\",\"revision\":99999999999,\"tables\":{}}")),
                arguments("a foreign key to nowhere", model("\"a\":{\"columns\":{\"b\":{\"type\":\"INTEGER\",\"references\":\"" + "x.".repeat(10_000) + "(y)\"}}}")),
                arguments("a check of a million brackets", model("\"a\":{\"columns\":{\"b\":{\"type\":\"INTEGER\"}},\"checks\":[\"" + "(".repeat(1_000_000) + "\"]}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void refusesDocuments(String name, String body) throws IOException, InterruptedException {
        refused("application/json", body);
    }

    static Stream<Arguments> scripts() {
        return Stream.of(
                arguments("a comment without an end", "/*".repeat(500_000)),
                arguments("a literal without an end", "SELECT '" + "x''".repeat(300_000)),
                arguments("a dollar quote without an end", "CREATE FUNCTION f() RETURNS void AS $a$" + "$b$".repeat(300_000)),
                arguments("a name without an end", "CREATE TABLE \"" + "\"\"".repeat(300_000)),
                arguments("a million open brackets", "CREATE TABLE a (id INTEGER CHECK " + "(".repeat(1_000_000)),
                arguments("a million closing brackets", "CREATE TABLE a (id INTEGER" + ")".repeat(1_000_000)),
                arguments("the null character", "CREATE TABLE a (id INTEGER, \"b\0c\" TEXT);"),
                arguments("a hundred thousand signs", "CREATE TABLE a (id INTEGER DEFAULT " + "- ".repeat(100_000) + "1"),
                arguments("a hundred thousand NOTs", "CREATE TABLE a (id INTEGER CHECK (" + "NOT ".repeat(100_000) + "true"),
                arguments("more columns than the limit", "CREATE TABLE a (" + IntStream.range(0, 1_001).mapToObj(i -> "c" + i + " INTEGER").collect(Collectors.joining(",")) + ");"),
                arguments("the same table ten thousand times", "CREATE TABLE a (id INTEGER);\n".repeat(10_000)),
                arguments("garbage", IntStream.range(0, 200_000).mapToObj(i -> String.valueOf((char) (33 + i * 7 % 90))).collect(Collectors.joining())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scripts")
    void refusesScripts(String name, String sql) throws IOException, InterruptedException {
        for (String dialect : new String[] {"postgresql", "sqlite"}) {
            refused("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"dialect\"\r\n\r\n" + dialect
                    + "\r\n--b\r\nContent-Disposition: form-data; name=\"model\"; filename=\"schema.sql\"\r\n\r\n" + sql + "\r\n--b--\r\n");
        }
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("no boundary", "multipart/form-data", "x"),
                arguments("an empty boundary", "multipart/form-data; boundary=", "--\r\n\r\n\r\n----"),
                arguments("ten thousand parts", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\n\r\n".repeat(10_001) + "--b--"),
                arguments("boundaries and nothing else", "multipart/form-data; boundary=b", "--b".repeat(1_000_000)),
                arguments("a part without an end", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"model\"\r\n" + "x".repeat(1_000_000)),
                arguments("a header of a million letters", "multipart/form-data; boundary=b", "--b\r\n" + "x: y\r\n".repeat(200_000) + "\r\n\r\n--b--"),
                arguments("a part of no name", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--"),
                arguments("nothing", "application/json", ""),
                arguments("nothing as YAML", "application/yaml", ""),
                arguments("YAML of many documents", "application/yaml", "---\na: 1\n".repeat(10_000)),
                arguments("YAML that laughs", "application/yaml", "a: &a [l]\n" + IntStream.range(1, 30).mapToObj(i -> "b%d: &b%d [*%s, *%s]\n".formatted(i, i, i == 1 ? "a" : "b" + (i - 1),
                        i == 1 ? "a" : "b" + (i - 1))).collect(Collectors.joining())),
                arguments("YAML that merges itself", "application/yaml", "a: &a\n  <<: *a\n"),
                arguments("YAML with a tag", "application/yaml", "model: !!javax.script.ScriptEngineManager [x]\n"),
                arguments("YAML of a hundred thousand brackets", "application/yaml", "a: " + "[".repeat(100_000)),
                arguments("YAML that indents", "application/yaml", IntStream.range(0, 2_000).mapToObj(i -> " ".repeat(i) + "a:\n").collect(Collectors.joining())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void refusesBodies(String name, String type, String body) throws IOException, InterruptedException {
        refused(type, body);
    }

    @AfterEach
    void goesOnServing() {
        migration("{\"dialect\":\"postgresql\",\"model\":{\"tables\":{}}}").statusCode(200);
    }

    private static void refused(String type, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/migrations")).header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)).build();
        long start = System.nanoTime();
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MOST);
        assertThat(response.statusCode()).as(response.body()).isBetween(400, 499);
        assertThat(response.headers().firstValue("Content-Type")).contains(PROBLEM);
        assertThat(response.body().length()).as("what is told").isLessThan(200_000);
    }

    private static String request(String field) {
        return "{\"dialect\":\"postgresql\",\"model\":{\"tables\":{}}," + field + "}";
    }

    private static String model(String tables) {
        return "{\"dialect\":\"postgresql\",\"model\":{\"tables\":{" + tables + "}}}";
    }
}
