package dev.dbwarden.service.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A large request is answered the same whether its model could be read before the rest of it was parsed, or not. */
@QuarkusTest
class EarlyModelTest {
    private static final String DIALECT = "\"dialect\":\"postgresql\"";
    private static final String MODEL = "\"model\":" + document("BIGINT");

    @Test
    void givesTheSameBytesInAnyOrder() {
        String snapshot = "\"snapshot\":" + document("INTEGER");
        List<byte[]> answers = List.of(List.of(DIALECT, MODEL, snapshot), List.of(MODEL, DIALECT, snapshot), List.of(snapshot, MODEL, DIALECT)).stream()
                .map(fields -> asked(fields).then().statusCode(200).extract().asByteArray()).toList();
        assertThat(answers.getFirst()).asString().contains("ALTER TABLE t149 ALTER COLUMN id TYPE BIGINT");
        assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(answers.getFirst()));
    }

    @Test
    void tellsWhatIsWrongBehindTheModel() {
        asked(DIALECT, MODEL, "\"nonsense\":1").then().statusCode(400).body("errors[0].pointer", endsWith("/nonsense"));
        given().contentType("application/json").body("{" + DIALECT + "," + MODEL + ",").post("/v1/migrations").then().statusCode(400).body("detail", containsString("not JSON"));
        asked(DIALECT, MODEL, DIALECT.replace("postgresql", "sqlite")).then().statusCode(400).body("errors[0].message", containsString("twice"));
        asked(DIALECT, MODEL, "\"sources\":[{\"name\":\"a.sql\",\"text\":\"CREATE TABLE a (id INT);\"}]").then().statusCode(400).body("errors[0].pointer", endsWith("/sources"));
        asked(DIALECT, "\"model\":null").then().statusCode(400).body("errors[0].pointer", endsWith("/model"));
        asked(DIALECT, MODEL, "\"snapshot\":{\"version\":\"1.0\",\"dialect\":\"sqlite\",\"tables\":{}}").then().statusCode(422).body("type", endsWith("/invalid-snapshot"));
    }

    @Test
    void tellsOfTheSnapshotBeforeTheModel() {
        String wrong = MODEL.replace("BIGINT", "BIGINT\",\"nonsense\":\"");
        asked(DIALECT, wrong).then().statusCode(422).body("type", endsWith("/invalid-model"));
        asked(DIALECT, wrong, "\"snapshot\":" + document("INTEGER\",\"nonsense\":\"")).then().statusCode(422).body("type", endsWith("/invalid-snapshot"));
    }

    private static Response asked(String... fields) {
        return asked(Arrays.asList(fields));
    }

    private static Response asked(List<String> fields) {
        return given().contentType("application/json").body("{" + String.join(",", fields) + "}").post("/v1/migrations");
    }

    /** As many tables as make a request large. */
    private static String document(String type) {
        return IntStream.range(0, 150).mapToObj(i -> "\"t%d\":{\"columns\":{\"id\":{\"type\":\"%s\",\"primary_key\":true}}}".formatted(i, type))
                .collect(Collectors.joining(",", "{\"version\":\"1.0\",\"tables\":{", "}}"));
    }
}
