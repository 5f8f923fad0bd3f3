package dev.dbwarden.service.rest;

import static dev.dbwarden.service.rest.Requesting.file;
import static dev.dbwarden.service.rest.Requesting.form;
import static dev.dbwarden.service.rest.Requesting.snapshotOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SuppressionTest {
    private static final String ALLOWED = "allow DW102 on users.phone until 2026-12-31 because it is empty";

    /** A request that drops users.phone. */
    private static RequestSpecification dropping(String comment) {
        String snapshot = snapshotOf("postgresql", "CREATE TABLE users (id INT PRIMARY KEY, phone TEXT);");
        return form("schema.sql", comment + "\nCREATE TABLE users (id INT PRIMARY KEY);").multiPart(file("snapshot", "model_state.json", snapshot));
    }

    @Test
    void letsAFindingPassForAReasonAndAWhile() {
        dropping("").multiPart("suppress", ALLOWED).multiPart("today", "2026-12-31").multiPart("fail_on", "critical").post("/v1/migrations").then().statusCode(200)
                .body("findings.code", not(hasItem("DW102"))).body("findings.code", hasItem("DW305")).body("changes[0].severity", equalTo("WARN"))
                .body("suppressed.code", contains("DW102")).body("suppressed[0].reason", equalTo("it is empty")).body("suppressed[0].until", equalTo("2026-12-31"));
    }

    @Test
    void readsThemFromCommentsOfTheModel() {
        dropping("-- dbwarden: " + ALLOWED).multiPart("today", "2026-11-01").post("/v1/migrations").then().statusCode(200).body("suppressed.code", contains("DW102"));
        dropping("-- dbwarden: allow everything").post("/v1/migrations").then().statusCode(422).body("type", containsString("invalid-model"))
                .body("errors[0].line", equalTo(1)).body("errors[0].fix", containsString("because"));
    }

    @Test
    void failsWithOneThatHasRunOut() {
        dropping("").multiPart("suppress", ALLOWED).multiPart("today", "2027-01-01").post("/v1/migrations").then().statusCode(422)
                .body("type", containsString("policy-failed")).body("errors[0].pointer", equalTo("/suppress/0")).body("errors[0].message", containsString("ran out"))
                .body("findings.code", hasItem("DW102")).body("suppressed", hasSize(0));
    }

    @Test
    void tellsOfOneThatLetsNothingPass() {
        dropping("").multiPart("suppress", "DW102 on users.mail until 2026-12-31 because of that").multiPart("today", "2026-11-01").post("/v1/migrations").then().statusCode(200)
                .body("findings.code", hasItems("DW008", "DW102"));
    }

    @Test
    void refusesOneWithoutADayOrAReason() {
        dropping("").multiPart("suppress", "DW102 on users.phone").post("/v1/migrations").then().statusCode(400).body("errors[0].fix", containsString("until"));
        dropping("").multiPart("suppress", "DW102 on users.phone until tomorrow because of that").post("/v1/migrations").then().statusCode(400)
                .body("errors[0].pointer", equalTo("/suppress/0/until"));
        dropping("").multiPart("today", "tomorrow").post("/v1/migrations").then().statusCode(400).body("errors[0].pointer", equalTo("/today"));
    }

    @Test
    void looksForHabitsWhereTheyAreAskedFor() {
        RequestSpecification request = form("schema.sql", "CREATE TABLE visits (at TIMESTAMP);").multiPart("dialect", "postgresql");
        request.multiPart("lint", "habits").post("/v1/migrations").then().statusCode(200).body("findings.code", hasItems("DW901", "DW905"));
        form("schema.sql", "CREATE TABLE visits (at TIMESTAMP);").multiPart("dialect", "postgresql").post("/v1/migrations").then().body("findings.code", not(hasItem("DW901")));
        form("schema.sql", "CREATE TABLE visits (at TIMESTAMP);").multiPart("dialect", "postgresql").multiPart("lint", "DW401").post("/v1/migrations").then()
                .statusCode(400).body("errors[0].fix", containsString("habits"));
    }

    @Test
    void saysHowBigATableIsWhereTheSnapshotKnows() {
        String snapshot = snapshotOf("postgresql", "CREATE TABLE users (id INT PRIMARY KEY, phone TEXT);")
                .replace("\"columns\": {", "\"statistics\": {\"estimated_rows\": 12000000, \"bytes\": 3650722201}, \"columns\": {");
        form("schema.sql", "CREATE TABLE users (id INT PRIMARY KEY, phone TEXT); CREATE INDEX users_phone ON users (phone);")
                .multiPart(file("snapshot", "model_state.json", snapshot)).post("/v1/migrations").then().statusCode(200)
                .body("findings.find { it.code == 'DW401' }.message", endsWith("(users: about 12 M rows, 3.4 GB)"));
    }
}
