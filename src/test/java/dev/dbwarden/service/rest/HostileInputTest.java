package dev.dbwarden.service.rest;

import static dev.dbwarden.service.rest.Requesting.PROBLEM;
import static dev.dbwarden.service.rest.Requesting.form;
import static dev.dbwarden.service.rest.Requesting.migration;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bad input: refused with its place, at once, and the service goes on. */
@QuarkusTest
class HostileInputTest {
    /** A second is promised; a cold service on a machine that does much else gets more. */
    private static final long MOST_MILLIS = 10_000;

    @BeforeEach
    void warmUp() {
        migration("{").statusCode(400);
    }

    @AfterEach
    void goesOnServing() {
        migration("{\"dialect\":\"postgresql\",\"model\":{\"tables\":{}}}").statusCode(200);
    }

    @Test
    void tellsAllMistakesOfAModelAtOnce() {
        quickly(migration("""
                {"dialect": "postgresql", "model": {"tables": {
                  "empty": {"columns": {}},
                  "none": {},
                  "c": {"columns": {"x": {"type": "VARCHAR("}, "y": {}, "z": {"type": "INTEGER", "foo": 1}, "n": {"type": "INTEGER", "nullable": "no"}},
                    "primary_key": {"columns": ["gone"]},
                    "uniques": [{"columns": ["gone"]}],
                    "indexes": [{"name": "i", "columns": ["gone"]}],
                    "foreign_keys": [{"columns": ["x"], "referenced_table": "nowhere", "referenced_columns": ["id"]},
                                     {"columns": ["x"], "referenced_table": "c", "referenced_columns": ["gone"]}]}}}}
                """)).statusCode(422).body("type", endsWith("/invalid-model")).body("errors.pointer", hasItems(
                        "/model/tables/empty/columns", "/model/tables/none", "/model/tables/c/columns/x/type", "/model/tables/c/columns/y/type",
                        "/model/tables/c/columns/z/foo", "/model/tables/c/columns/n/nullable", "/model/tables/c/primary_key/columns",
                        "/model/tables/c/uniques/0/columns", "/model/tables/c/indexes/0/columns",
                        "/model/tables/c/foreign_keys/0/referenced_table", "/model/tables/c/foreign_keys/1/referenced_columns"));
    }

    /** The time once doubled with each level, and went on after the request was answered. */
    @Test
    void readsQueriesInQueriesInNoTime() {
        String query = "SELECT 1";
        for (int i = 0; i < 35; i++) {
            query = "SELECT a FROM \"T\" t WHERE b IN (" + query + ")";
        }
        String tables = "CREATE TABLE \"T\" (a INTEGER, b INTEGER); CREATE VIEW v AS ";
        form("schema.sql", tables + query + ";").multiPart("dialect", "postgresql").post("/v1/migrations").then().statusCode(200).time(lessThan(MOST_MILLIS));
        String deep = "SELECT * FROM (".repeat(10_000) + "SELECT 1" + ") x".repeat(10_000);
        form("schema.sql", tables + deep + ";").multiPart("dialect", "postgresql").post("/v1/migrations").then().statusCode(200).time(lessThan(MOST_MILLIS));
    }

    /** Maps fell back to walking over all of them, and a thread was gone for minutes. */
    @Test
    void readsNamesThatShareOneHash() {
        String tables = IntStream.range(0, 1 << 11).mapToObj(i -> "\"" + ofOneHash(i) + "\":{\"columns\":{\"id\":{\"type\":\"INTEGER\"}}}").collect(Collectors.joining(","));
        migration("{\"dialect\":\"postgresql\",\"model\":{\"tables\":{" + tables + "}}}").statusCode(200).time(lessThan(MOST_MILLIS));
    }

    /** "Aa" and "BB" have one hash, and so has every row of them. */
    private static String ofOneHash(int number) {
        return IntStream.range(0, 11).mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB").collect(Collectors.joining());
    }

    @Test
    void refusesTwoColumnsOfOneName() {
        quickly(migration("{\"dialect\":\"postgresql\",\"model\":{\"tables\":{\"a\":{\"columns\":{\"x\":{\"type\":\"TEXT\"},\"x\":{\"type\":\"INTEGER\"}}}}}}"))
                .statusCode(422).body("type", endsWith("/invalid-model")).body("errors.pointer", hasItem("/model/tables/a/columns/x"));
    }

    @Test
    void tellsLineAndColumnOfAnUnclosedQuote() {
        quickly(form("schema.sql", "CREATE TABLE a (id INTEGER);\nCREATE TABLE b (t TEXT DEFAULT 'x);\n").multiPart("dialect", "postgresql").post("/v1/migrations").then())
                .statusCode(422).body("errors[0].source", equalTo("schema.sql")).body("errors[0].line", equalTo(2)).body("errors[0].column", equalTo(32));
    }

    @Test
    void refusesLargeBodies() throws IOException, InterruptedException {
        assertThat(refusesAtOnce(BodyPublishers.ofByteArray(new byte[100_000_000]), "application/json", "identity")).contains("16777216");
        refusesAtOnce(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[100_000_000])), "application/json", "identity");
    }

    @Test
    void refusesWhatInflatesToALargeBody() throws IOException, InterruptedException {
        refusesAtOnce(BodyPublishers.ofByteArray(gzipped(new byte[200_000_000])), "application/json", "gzip");
    }

    @Test
    void refusesOtherEncodings() {
        given().contentType("application/json").header("Content-Encoding", "br").body("{}").post("/v1/migrations").then().statusCode(415).body("supported", hasItem("gzip"));
        given().contentType("application/json").header("Content-Encoding", "gzip").body("{}").post("/v1/migrations").then().statusCode(400);
    }

    @Test
    void refusesDeepDocuments() throws IOException, InterruptedException {
        assertThat(refusesAtOnce(BodyPublishers.ofString("[".repeat(10_000) + "]".repeat(10_000)), "application/json", "identity")).contains("deeper than 64");
        refusesAtOnce(BodyPublishers.ofString("{\"model\":".repeat(10_000) + "1" + "}".repeat(10_000)), "application/json", "identity");
        refusesAtOnce(BodyPublishers.ofString("[".repeat(10_000)), "application/yaml", "identity");
        refusesAtOnce(BodyPublishers.ofString("{a: ".repeat(10_000)), "application/yaml", "identity");
    }

    @Test
    void refusesDeepExpressionsOrReadsThem() {
        String deep = "CREATE TABLE a (id INTEGER CHECK (" + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "));";
        int status = form("schema.sql", deep).multiPart("dialect", "postgresql").post("/v1/snapshots").statusCode();
        assertThat(status).isIn(200, 413, 422);
    }

    @Test
    void refusesYamlAliasesAndTags() {
        quickly(given().contentType("application/yaml").body("a: &a [x, x]\nb: [*a, *a]\n".getBytes(StandardCharsets.UTF_8)).post("/v1/migrations").then())
                .statusCode(400).body("detail", containsString("alias")).body("errors[0].line", equalTo(2));
        quickly(form("m.yaml", "tables: !!java.util.Date {}\n").multiPart("dialect", "postgresql").post("/v1/migrations").then())
                .statusCode(422).body("detail", containsString("tag")).body("errors[0].source", equalTo("m.yaml"));
    }

    @Test
    void refusesBytesThatAreNoText() {
        given().contentType("application/json").body(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}).post("/v1/migrations").then().statusCode(400);
        given().multiPart("model", "schema.sql", new byte[] {(byte) 0xff, (byte) 0xfe}).multiPart("dialect", "postgresql").post("/v1/migrations").then()
                .statusCode(400).body("detail", containsString("UTF-8"));
    }

    @Test
    void refusesTooManyTablesAndColumns() {
        var columns = new StringBuilder("{\"dialect\":\"postgresql\",\"model\":{\"tables\":{\"t\":{\"columns\":{");
        for (int i = 0; i < 1_001; i++) {
            columns.append(i == 0 ? "" : ",").append("\"c").append(i).append("\":{\"type\":\"INTEGER\"}");
        }
        quickly(migration(columns.append("}}}}}").toString())).statusCode(413).body("detail", containsString("1000"));
    }

    /** Sends with the JDK's client, which reads the answer while it is still sending, and prints no body. */
    private static String refusesAtOnce(HttpRequest.BodyPublisher body, String type, String encoding) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/migrations"))
                .header("Content-Type", type).header("Content-Encoding", encoding).POST(body).build();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            long start = System.nanoTime();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(response.headers().firstValue("Content-Type")).contains(PROBLEM);
            assertThat(response.body()).contains("/too-large");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(MOST_MILLIS));
            return response.body();
        }
    }

    static byte[] gzipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static ValidatableResponse quickly(ValidatableResponse response) {
        return response.time(lessThan(MOST_MILLIS)).contentType(PROBLEM);
    }
}
