package dev.dbwarden.service.rest;

import static dev.dbwarden.service.rest.Requesting.file;
import static dev.dbwarden.service.rest.Requesting.form;
import static dev.dbwarden.service.rest.Requesting.snapshotOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code phases: expand_contract}: two migrations, each with all that one has, and the whole around them. */
@QuarkusTest
class PhasesTest {
    private static final String BEFORE = "CREATE TABLE users (id INTEGER PRIMARY KEY, username VARCHAR(50) NOT NULL);";
    private static final String AFTER = "CREATE TABLE users (id INTEGER PRIMARY KEY, email VARCHAR(50) NOT NULL);";

    @Test
    void areTwoMigrationsOneAfterTheOther() {
        ValidatableResponse answer = asked(AFTER).post("/v1/migrations").then().statusCode(200)
                .body("phases.phase", contains("expand", "contract")).body("phases.changed", everyItem(equalTo(true)))
                .body("phases.proof.upgrade_reaches_model", everyItem(equalTo(true))).body("phases.proof.rollback_restores_snapshot", everyItem(equalTo(true)))
                .body("phases.migration.filename", contains("primary__0001_expand_rename_name.sql", "primary__0002_contract_rename_name.sql"))
                .body("migration.filename", equalTo("primary__0001_expand_rename_name.sql")).body("migration.files.path", contains("migrations/primary__0002_contract_rename_name.sql"))
                .body("findings.severity", not(hasItem("CRITICAL"))).body("changes.reversibility", everyItem(equalTo("exact")));
        JsonPath json = answer.extract().jsonPath();
        for (String part : List.of("upgrade", "changes")) {
            assertThat(json.getList(part).size()).isEqualTo(json.getList("phases[0]." + part).size() + json.getList("phases[1]." + part).size());
        }
        assertThat(json.getList("upgrade.sql")).startsWith("ALTER TABLE users ALTER COLUMN username DROP NOT NULL").endsWith("ALTER TABLE users DROP COLUMN username");
        assertThat(json.getString("phases[0].snapshot.parent")).isEqualTo(JsonPath.from(snapshotOf("postgresql", BEFORE)).getString("checksum"));
        assertThat(json.getString("phases[1].snapshot.parent")).isEqualTo(json.getString("phases[0].snapshot.checksum"));
        assertThat(json.getMap("phases[1].snapshot")).isEqualTo(json.getMap("snapshot"));
        assertThat(json.getInt("snapshot.revision")).isEqualTo(2);
    }

    /** Whoever commits the first phase alone gets the second from its snapshot, whenever they ask. */
    @Test
    void goOnFromTheSnapshotOfTheFirst() {
        JsonPath phases = asked(AFTER).post("/v1/migrations").then().extract().jsonPath();
        String between = new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(phases.getMap("phases[0].snapshot")).toString();
        form("schema.sql", AFTER).multiPart(file("snapshot", "s.json", between)).post("/v1/migrations").then().statusCode(200)
                .body("upgrade.sql", hasItem("ALTER TABLE users DROP COLUMN username")).body("snapshot.checksum", equalTo(phases.getString("snapshot.checksum")));
    }

    @Test
    void areWrittenInEveryLayout() throws IOException {
        for (var layout : Map.of("flyway", List.of("db/migration/V0001", "db/migration/V0002", "db/migration/U0001", "db/migration/U0002"),
                "liquibase", List.of("db/changelog/primary__0001_expand", "db/changelog/primary__0002_contract"),
                "plain", List.of("migrations/primary__0001_expand", "migrations/primary__0002_contract")).entrySet()) {
            Map<String, String> files = AnswerFormatsTest.unzipped(asked(AFTER).multiPart("layout", layout.getKey()).accept("application/zip").post("/v1/migrations")
                    .then().statusCode(200).extract().asByteArray());
            layout.getValue().forEach(start -> assertThat(files.keySet()).as(layout.getKey()).anyMatch(path -> path.startsWith(start)));
            assertThat(files.get(".dbwarden/model_state.json")).contains("\"revision\": 2", "\"email\"").doesNotContain("username");
            assertThat(files.get(".dbwarden/plans/primary__0001_expand_rename_name.plan.json")).contains("\"phase\" : \"contract\"").doesNotContain("\"tables\"");
        }
    }

    @Test
    void aPhaseWithoutAnythingToDoHasNoFileAndNoNumber() {
        asked(BEFORE + "CREATE TABLE posts (id INTEGER PRIMARY KEY);").post("/v1/migrations").then().statusCode(200)
                .body("phases.changed", contains(true, false)).body("phases[1].migration", nullValue()).body("phases[1].upgrade", empty()).body("snapshot.revision", equalTo(1));
        asked(BEFORE).post("/v1/migrations").then().statusCode(200).body("changed", equalTo(false)).body("phases.changed", everyItem(equalTo(false)));
        form("schema.sql", AFTER).multiPart("dialect", "postgresql").post("/v1/migrations").then().statusCode(200).body("phases", empty());
    }

    @Test
    void sayWhatTheyDoNotKeepApart() {
        asked(BEFORE.replace("VARCHAR(50)", "INTEGER")).multiPart("fail_on", "critical").post("/v1/migrations").then().statusCode(200)
                .body("findings.find { it.code == 'DW009' }.message", startsWith("column users.username is changed in the contract phase"));
    }

    @Test
    void refuseAnotherWord() {
        form("schema.sql", AFTER).multiPart("dialect", "postgresql").multiPart("phases", "both").post("/v1/migrations").then().statusCode(400)
                .body("errors[0].pointer", equalTo("/phases"));
    }

    private static RequestSpecification asked(String model) {
        return form("schema.sql", model).multiPart(file("snapshot", "s.json", snapshotOf("postgresql", BEFORE))).multiPart("phases", "expand_contract")
                .multiPart("rename", model.equals(AFTER) ? "users.username:email" : "").multiPart("description", "rename name");
    }
}
