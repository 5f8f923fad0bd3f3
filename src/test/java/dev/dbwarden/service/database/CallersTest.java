package dev.dbwarden.service.database;

import static dev.dbwarden.service.database.Registered.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may do what: every caller, on every kind of database, with every call. */
@QuarkusTest
@TestProfile(Registered.class)
class CallersTest {
    private static final String MODEL = "{\"model\": {\"tables\": {}}}";

    private static final int SAMPLES = 60;
    /** Chance alone gets so far once in a million times. */
    private static final double CLEAR = 5;

    private static final KeyPair FORGER = Registered.Servers.keys();

    /** The calls, in the order of the expected statuses. */
    private static final List<String> CALLS = List.of("list", "export", "drift", "verify");

    /** By caller: the statuses on shop (granted to some), on notes (granted to those with all), on what is not registered. */
    private static final Map<String, List<List<Integer>>> EXPECTED = Map.of(
            "nobody", statuses("401 401 401 401", "401 401 401 401", "401 401 401 401"),
            "wrong key", statuses("401 401 401 401", "401 401 401 401", "401 401 401 401"),
            "shop-only", statuses("200 200 200 403", "200 404 404 403", "200 404 404 403"),
            "reader", statuses("200 200 200 403", "200 502 502 403", "200 404 404 403"),
            "verifier", statuses("200 200 200 422", "200 404 404 404", "200 404 404 404"),
            "powerless", statuses("403 403 403 422", "403 403 403 404", "403 403 403 404"),
            "token of the group", statuses("200 200 200 403", "200 404 404 403", "200 404 404 403"),
            "token of a stranger", statuses("403 403 403 403", "403 403 403 403", "403 403 403 403"),
            "forged token", statuses("401 401 401 401", "401 401 401 401", "401 401 401 401"));

    private static List<List<Integer>> statuses(String... rows) {
        return Arrays.stream(rows).map(row -> Arrays.stream(row.split(" ")).map(Integer::valueOf).toList()).toList();
    }

    @TestFactory
    Stream<DynamicTest> mayDoWhatIsGrantedAndNothingElse() {
        List<String> databases = List.of("shop", "notes", "no-such");
        return EXPECTED.keySet().stream().sorted().flatMap(caller -> databases.stream().flatMap(database -> CALLS.stream().map(call -> dynamicTest(
                caller + ", " + call + " of " + database, () -> assertThat(send(caller, call, database).statusCode())
                        .isEqualTo(EXPECTED.get(caller).get(databases.indexOf(database)).get(CALLS.indexOf(call)))))));
    }

    private static Response send(String caller, String call, String database) {
        RequestSpecification request = request(caller).contentType("application/json");
        return switch (call) {
            case "list" -> request.get("/v1/databases");
            case "export" -> request.get("/v1/databases/" + database + "/export");
            case "drift" -> request.body(MODEL).post("/v1/databases/" + database + "/drift");
            default -> request.body("{\"dialect\": \"postgresql\", \"model\": {\"tables\": {}}, \"verify\": \"" + database + "\"}").post("/v1/migrations");
        };
    }

    private static RequestSpecification request(String caller) {
        return switch (caller) {
            case "nobody" -> RestAssured.given();
            case "wrong key" -> as("0f".repeat(32));
            case "shop-only" -> as(Registered.SHOP_KEY);
            case "reader" -> as(Registered.READER_KEY);
            case "verifier" -> as(Registered.VERIFIER_KEY);
            case "powerless" -> as(Registered.POWERLESS_KEY);
            case "token of the group" -> as(Registered.token("ann", Set.of("staff", "platform")));
            case "token of a stranger" -> as(Registered.token("bob", Set.of("staff")));
            default -> as(Jwt.issuer("https://issuer.example").subject("ann").groups("platform").sign(FORGER.getPrivate()));
        };
    }

    @Test
    void readsTheSameForNoCredentialAWrongOneAndWhatIsNone() {
        String none = RestAssured.get("/v1/databases/shop/export").asString();
        for (String header : List.of("Bearer wrong", "Bearer ", "Basic YTpi", "Bearer a.b.c", Registered.SHOP_KEY)) {
            Response answer = RestAssured.given().header("Authorization", header).get("/v1/databases/shop/export");
            assertThat(answer.statusCode()).as(header).isEqualTo(401);
            assertThat(answer.asString()).as(header).isEqualTo(none);
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    /** The two are asked in turn, so that what else runs slows both, and compared by rank: which takes longer counts, not by how much. */
    @Test
    void takesAsLongForAWrongKeyAsForNone() {
        double seen = Double.MAX_VALUE;
        for (int round = 0; round < 3 && seen > CLEAR; round++) {
            var none = new long[SAMPLES];
            var wrong = new long[SAMPLES];
            for (int i = 0; i < SAMPLES; i++) {
                none[i] = time(RestAssured.given());
                wrong[i] = time(as("0f".repeat(32)));
            }
            seen = Math.min(seen, Math.abs(distance(wrong, none)));
            long half = Arrays.stream(none).sorted().toArray()[SAMPLES / 2];
            assertThat(distance(Arrays.stream(none).map(each -> each + half).toArray(), none)).as("twice as long would be seen").isGreaterThan(CLEAR);
        }
        assertThat(seen).isLessThanOrEqualTo(CLEAR);
    }

    /** By how many standard deviations of chance the first are longer than the second (the rank-sum test of Mann and Whitney). */
    private static double distance(long[] first, long[] second) {
        long longer = Arrays.stream(first).map(each -> Arrays.stream(second).filter(other -> each > other).count()).sum();
        double expected = SAMPLES * SAMPLES / 2.0;
        return (longer - expected) / Math.sqrt(expected * (2 * SAMPLES + 1) / 6);
    }

    private static long time(RequestSpecification request) {
        long start = System.nanoTime();
        request.get("/v1/databases/shop/export");
        return System.nanoTime() - start;
    }

    @Test
    void readsTheSameForAForeignDatabaseAndForOneThatIsNotThere() {
        assertThat(as(Registered.SHOP_KEY).get("/v1/databases/notes/export").asString()).isEqualTo(as(Registered.SHOP_KEY).get("/v1/databases/no-such/export").asString());
    }

    @Test
    void turnsAWrongCredentialAwayWhereNoneIsNeeded() {
        as("0f".repeat(32)).get("/v1/dialects").then().statusCode(401);
        RestAssured.get("/v1/dialects").then().statusCode(200);
        as("0f".repeat(32)).get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void areAuditedWithWhatTheyAskForAlsoWhereTheyAreTurnedAway() throws Exception {
        as("0f".repeat(32)).get("/v1/databases/shop/export").then().statusCode(401);
        as("0f".repeat(32)).get("/v1/databases").then().statusCode(401);
        as("0f".repeat(32)).post("/v1/migrations").then().statusCode(401);
        as("0f".repeat(32)).get("/v1/made-up").then().statusCode(401);
        for (String call : List.of("export", "list", "migrations", "other")) {
            assertThat(isLogged("caller=anonymous call=" + call + " database=- outcome=401")).as(call).isTrue();
        }
    }

    /** The line is written when the answer is sent. */
    private static boolean isLogged(String line) throws Exception {
        for (int i = 0; i < 100; i++) {
            if (Files.readString(Path.of("target/registered.log")).contains(line)) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }

    @Test
    void takesNoHostUrlOrPropertyFromARequest() {
        for (String field : List.of("url", "host", "jdbc_url", "username", "password", "properties", "driver")) {
            String body = "{\"model\": {\"tables\": {}}, \"" + field + "\": \"jdbc:postgresql://localhost:1/x\"}";
            as(Registered.SHOP_KEY).contentType("application/json").body(body).post("/v1/databases/shop/drift").then().statusCode(400);
            as(Registered.SHOP_KEY).contentType("application/json").body(body).post("/v1/migrations").then().statusCode(400);
            as(Registered.SHOP_KEY).queryParam(field, "jdbc:postgresql://localhost:1/x").get("/v1/databases/shop/export").then().statusCode(200);
        }
        for (String name : List.of("jdbc:postgresql:%2F%2Flocalhost:1%2Fx", "shop%3Fsslfactory=x", "..%2Fshop", "shop%00")) {
            as(Registered.READER_KEY).urlEncodingEnabled(false).get("/v1/databases/" + name + "/export").then().statusCode(404);
        }
    }
}
