package dev.dbwarden.service.rest;

import static dev.dbwarden.service.rest.Requesting.file;
import static dev.dbwarden.service.rest.Requesting.form;
import static dev.dbwarden.service.rest.Requesting.snapshotOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password that a model has goes no further. */
@QuarkusTest
class PasswordTest {
    private static final String SERVER = "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER far FOREIGN DATA WRAPPER w;\n";
    private static final String WITHOUT = SERVER + "CREATE USER MAPPING FOR reader SERVER far OPTIONS (user 'me');\n"
            + "CREATE SUBSCRIPTION s CONNECTION 'host=there' PUBLICATION p;\n";
    private static final String WITH = SERVER + "CREATE USER MAPPING FOR reader SERVER far OPTIONS (user 'me', password 'hunter2');\n"
            + "CREATE SUBSCRIPTION s CONNECTION 'host=there password=hunter2' PUBLICATION p;\n";

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/sql", "text/markdown", "application/sarif+json"})
    void standsInNoAnswer(String accept) {
        String answer = form("schema.sql", WITH).multiPart("dialect", "postgresql").accept(accept).post("/v1/migrations").then().statusCode(200)
                .body(containsString("DW010".repeat(accept.endsWith("sql") ? 0 : 1))).extract().asString();
        assertThat(answer).contains("far").doesNotContain("hunter2");
        assertThat(snapshotOf("postgresql", WITH)).contains("password left out").doesNotContain("hunter2");
    }

    @Test
    void isToldOfByItsObject() {
        form("schema.sql", WITH).multiPart("dialect", "postgresql").post("/v1/migrations").then().statusCode(200)
                .body("findings.findAll { it.code == 'DW010' }.severity", hasItem("WARN"))
                .body("findings.find { it.code == 'DW010' }.message", containsString("user mapping for reader server far"));
        form("schema.sql", WITHOUT).multiPart("dialect", "postgresql").post("/v1/migrations").then().body("findings.code", not(hasItem("DW010")));
    }

    /** Neither does what has none propose to drop one, nor what has one to set it. */
    @Test
    void isNoChange() {
        form("schema.sql", WITH).multiPart(file("snapshot", "model_state.json", snapshotOf("postgresql", WITHOUT))).post("/v1/migrations").then().statusCode(200)
                .body("changed", equalTo(false)).body("findings.code", hasItem("DW010"));
        form("schema.sql", WITHOUT).multiPart(file("snapshot", "model_state.json", snapshotOf("postgresql", WITH))).post("/v1/migrations").then().statusCode(200)
                .body("changed", equalTo(false)).body("findings.code", not(hasItem("DW010")));
    }

    @Test
    void isLeftOutOfAModelInJson() {
        String model = """
                {"dialect": "postgresql", "database": "primary", "model": {"tables": {}, "objects": [
                  {"kind": "subscription", "name": "s", "definition": "CREATE SUBSCRIPTION s CONNECTION 'postgres://me:hunter2@there/shop' PUBLICATION p"},
                  {"kind": "server", "name": "far", "definition": "CREATE SERVER far FOREIGN DATA WRAPPER w"},
                  {"kind": "user mapping", "name": "for reader server far", "definition": "CREATE USER MAPPING FOR reader SERVER far OPTIONS (password 'hunter2')"}]}}""";
        String answer = RestAssured.given().contentType("application/json").body(model).post("/v1/migrations").then().statusCode(200)
                .body("findings.findAll { it.code == 'DW010' }.size()", equalTo(2)).extract().asString();
        assertThat(answer).contains("postgres://me@there/shop").doesNotContain("hunter2");
    }
}
