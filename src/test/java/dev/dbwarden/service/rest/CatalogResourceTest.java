package dev.dbwarden.service.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogResourceTest {
    @Test
    void speaksNoMachinesLanguage() {
        assertThat(Locale.getDefault()).as("what writes numbers in file names and in SQL").isEqualTo(Locale.ROOT);
    }

    @Test
    void listsTheDialects() {
        given().get("/v1/dialects").then().statusCode(200).body("dialects.name", hasItems("postgresql", "sqlite"));
    }

    @Test
    void listsTheRules() {
        given().get("/v1/rules").then().statusCode(200).body("rules.code", hasItems("DW001", "DW002", "DW003"));
        given().get("/v1/rules/DW001").then().statusCode(200).body("title", equalTo("snapshot without a checksum"));
        given().get("/v1/rules/dw401").then().statusCode(200).body("severity", equalTo("WARN")).body("dialects", contains("postgresql")).body("habit", equalTo(false))
                .body("what", not(emptyString())).body("why", containsString("SHARE")).body("what_to_do", containsString("CREATE INDEX CONCURRENTLY"));
        given().get("/v1/rules/DW000").then().statusCode(404).contentType(Requesting.PROBLEM);
    }

    @Test
    void publishesTheLimits() {
        given().get("/v1/limits").then().statusCode(200).body("body_size", equalTo(16 << 20)).body("json_depth", equalTo(64))
                .body("tables", equalTo(10_000)).body("columns", equalTo(1_000)).body("request_time", equalTo(30));
    }

    @Test
    void tellsItsHealthAndMetrics() {
        for (String check : new String[] {"live", "ready", "started"}) {
            given().get("/q/health/" + check).then().statusCode(200).body("status", equalTo("UP"));
        }
        given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory"));
        given().get("/q/swagger-ui/").then().statusCode(200);
    }

    @Test
    void documentsEveryRule() {
        List<String> codes = given().get("/v1/rules").then().extract().path("rules.code");
        for (String code : codes) {
            given().get("/v1/rules/" + code).then().statusCode(200).body("what_to_do", not(emptyString()));
        }
    }
}
