package dev.dbwarden.service.database;

import static dev.dbwarden.service.database.Registered.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** What was sent against what is live. */
@QuarkusTest
@TestProfile(Registered.class)
class DriftTest {
    private static final String MODEL = """
            CREATE SCHEMA app;
            CREATE TABLE users (id int PRIMARY KEY, email varchar(200) NOT NULL UNIQUE);
            CREATE TABLE app.orders (id int PRIMARY KEY, user_id int REFERENCES users);
            """;

    @Test
    void isNoneAgainstItsOwnExport() {
        String snapshot = as(Registered.SHOP_KEY).get("/v1/databases/shop/export").asString();
        as(Registered.SHOP_KEY).contentType("application/json").body("{\"snapshot\": " + snapshot + "}").post("/v1/databases/shop/drift")
                .then().statusCode(200).body("in_sync", equalTo(true), "changes", empty(), "database", equalTo("shop"), "dialect", equalTo("postgresql"));
    }

    @Test
    void isNoneAgainstItsModel() {
        as(Registered.SHOP_KEY).multiPart("model", "schema.sql", MODEL.getBytes()).post("/v1/databases/shop/drift")
                .then().statusCode(200).body("in_sync", equalTo(true));
    }

    @Test
    void isWhatHappenedToTheDatabase() {
        String lacking = MODEL.replace(", user_id int REFERENCES users", "") + "CREATE TABLE gone (id int);";
        as(Registered.SHOP_KEY).multiPart("model", "schema.sql", lacking.getBytes()).post("/v1/databases/shop/drift")
                .then().statusCode(200).body("in_sync", equalTo(false), "changes.type", contains("drop_table", "add_column", "add_foreign_key"));
    }

    @Test
    void isLookedForWithinAFilter() {
        as(Registered.SHOP_KEY).queryParam("table", "users").multiPart("model", "schema.sql", MODEL.lines().skip(1).findFirst().orElseThrow().getBytes())
                .queryParam("schema", "public").post("/v1/databases/shop/drift").then().statusCode(200).body("in_sync", equalTo(true));
    }

    @Test
    void isNotLookedForInAnotherDialect() {
        as(Registered.SHOP_KEY).contentType("application/json").body("{\"dialect\": \"sqlite\", \"model\": {\"tables\": {}}}").post("/v1/databases/shop/drift")
                .then().statusCode(422);
    }
}
