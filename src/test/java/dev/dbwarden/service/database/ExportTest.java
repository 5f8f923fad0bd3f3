package dev.dbwarden.service.database;

import static dev.dbwarden.service.database.Registered.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What an export answers. */
@QuarkusTest
@TestProfile(Registered.class)
class ExportTest {
    @Test
    void isTheSnapshotOfTheLiveDatabase() {
        as(Registered.SHOP_KEY).get("/v1/databases/shop/export").then().statusCode(200).contentType("application/json")
                .header("ETag", startsWith("\"sha256:")).body("version", equalTo("1.0"), "database", equalTo("shop"), "dialect", equalTo("postgresql"),
                        "tables.users.columns.email.unique", equalTo(true), "tables", hasKey("app.orders"));
    }

    @Test
    void isTheSameBytesUntilTheSchemaChanges() {
        String first = as(Registered.SHOP_KEY).get("/v1/databases/shop/export").asString();
        assertThat(as(Registered.SHOP_KEY).get("/v1/databases/shop/export").asString()).isEqualTo(first);
        Registered.execute("shop", "COMMENT ON TABLE users IS 'who may log in'");
        Response changed = as(Registered.SHOP_KEY).get("/v1/databases/shop/export");
        assertThat(changed.path("exported_at").toString()).isNotEqualTo(JsonPath.from(first).getString("exported_at"));
        Registered.execute("shop", "COMMENT ON TABLE users IS NULL");
        assertThat(as(Registered.SHOP_KEY).get("/v1/databases/shop/export").asString()).as("what was seen in between has no influence").isEqualTo(first);
    }

    @Test
    void isReadOnceForManyWhoAskAtOnce() throws Exception {
        long before = readings();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 40; i++) {
                answers.add(threads.submit(() -> as(Registered.SHOP_KEY).get("/v1/databases/shop/export").statusCode()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(readings() - before).isLessThan(20);
    }

    /** Each reading is a transaction that is rolled back. The server counts a session's when it ends. */
    private static long readings() throws SQLException {
        Registered.execute("postgres", "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = 'shop'");
        try (var connection = Registered.connect("postgres"); var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT xact_rollback FROM pg_stat_database WHERE datname = 'shop'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void isNotSentToWhoHasIt() {
        String tag = as(Registered.SHOP_KEY).get("/v1/databases/shop/export").header("ETag");
        for (String header : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
            as(Registered.SHOP_KEY).header("If-None-Match", header).get("/v1/databases/shop/export").then().statusCode(304).header("ETag", equalTo(tag)).body(equalTo(""));
        }
        as(Registered.SHOP_KEY).header("If-None-Match", "\"sha256:other\"").get("/v1/databases/shop/export").then().statusCode(200);
    }

    @Test
    void isABaselineOfTheMigrationsToCome() {
        String snapshot = as(Registered.SHOP_KEY).get("/v1/databases/shop/export").asString();
        String model = "CREATE SCHEMA app; CREATE TABLE users (id int PRIMARY KEY, email varchar(200) NOT NULL UNIQUE);"
                + "CREATE TABLE app.orders (id int PRIMARY KEY, user_id int REFERENCES users)";
        RestAssured.given().multiPart("model", "schema.sql", model.getBytes()).multiPart("snapshot", "s.json", snapshot.getBytes()).post("/v1/migrations")
                .then().statusCode(200).body("changed", equalTo(false));
    }

    @Test
    void saysHowBigTablesAreWhereItIsAsked() throws SQLException {
        Registered.execute("shop", "CREATE TABLE big (id int PRIMARY KEY); INSERT INTO big SELECT generate_series(1, 12000); ANALYZE big");
        var plain = as(Registered.SHOP_KEY).get("/v1/databases/shop/export").then().statusCode(200).body("tables.big.statistics", nullValue()).extract();
        var sized = as(Registered.SHOP_KEY).queryParam("statistics", true).get("/v1/databases/shop/export").then().statusCode(200)
                .body("tables.big.statistics.estimated_rows", equalTo(12000), "tables.big.statistics.bytes", greaterThan(300_000)).extract();
        assertThat(sized.header("ETag")).isEqualTo(plain.header("ETag"));
        RestAssured.given().multiPart("model", "schema.sql", "CREATE TABLE other (id int)".getBytes()).multiPart("on_ambiguity", "drop_and_add").multiPart("allow", "*")
                .multiPart("snapshot", "s.json", sized.asByteArray()).post("/v1/migrations").then().statusCode(200)
                .body("findings.find { it.code == 'DW101' && it.table == 'big' }.message", containsString("about 12 k rows"));
        RestAssured.given().multiPart("model", "schema.sql", "CREATE TABLE big (id int PRIMARY KEY, name text);".getBytes()).multiPart("on_ambiguity", "drop_and_add").multiPart("allow", "*")
                .multiPart("snapshot", "s.json", sized.asByteArray()).post("/v1/migrations").then().statusCode(200).body("snapshot.tables.big.statistics.estimated_rows", equalTo(12000));
        Registered.execute("shop", "DROP TABLE big");
    }

    @Test
    void isFilteredBySchemaAndTable() {
        as(Registered.SHOP_KEY).queryParam("schema", "app").get("/v1/databases/shop/export").then().statusCode(200)
                .body("tables", hasKey("app.orders"), "tables", not(hasKey("users")));
        as(Registered.SHOP_KEY).queryParam("table", "us*").get("/v1/databases/shop/export").then().statusCode(200)
                .body("tables", hasKey("users"), "tables", not(hasKey("app.orders")));
        as(Registered.SHOP_KEY).queryParam("exclude", "users").get("/v1/databases/shop/export").then().statusCode(200).body("tables", not(hasKey("users")));
    }

    @Test
    void holdsPublicationsAndServersButNoSecret() {
        Registered.execute("shop", "CREATE PUBLICATION feed FOR TABLE users; CREATE FOREIGN DATA WRAPPER far; CREATE SERVER archive FOREIGN DATA WRAPPER far OPTIONS (host 'there');"
                + "CREATE SERVER vault FOREIGN DATA WRAPPER far OPTIONS (api_key '" + Registered.CANARY + "')");
        String refused = as(Registered.SHOP_KEY).get("/v1/databases/shop/export").then().statusCode(422).extract().asString();
        String rest = as(Registered.SHOP_KEY).queryParam("exclude", "vault").get("/v1/databases/shop/export").then().statusCode(200).extract().asString();
        Registered.execute("shop", "DROP PUBLICATION feed; DROP FOREIGN DATA WRAPPER far CASCADE");
        assertThat(refused).contains("foreign server vault, whose options may hold a secret").doesNotContain(Registered.CANARY);
        assertThat(rest).contains("CREATE PUBLICATION feed FOR TABLE ONLY users", "CREATE SERVER archive").doesNotContain("vault", Registered.CANARY);
    }

    @Test
    void refusesAFilterThatTheDatabaseHasNoPartFor() {
        as(Registered.READER_KEY).queryParam("schema", "app").get("/v1/databases/scratch-mariadb/export").then().statusCode(422)
                .body("errors.pointer", contains("/schema"), "detail", containsString("has no schemas"));
    }

    @Test
    void listsWhatTheCallerMayUse() {
        as(Registered.SHOP_KEY).get("/v1/databases").then().statusCode(200).body("databases.name", equalTo(java.util.List.of("shop")));
        assertThat(as(Registered.READER_KEY).get("/v1/databases").asString()).contains("notes", "scratch").doesNotContain("jdbc", "localhost", Registered.CANARY);
    }
}
