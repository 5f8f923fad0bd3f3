package dev.dbwarden.service.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The API's description. {@code -Dopenapi.update=true} writes the checked-in files anew. */
@QuarkusTest
class OpenApiTest {
    private static final boolean UPDATE = Boolean.getBoolean("openapi.update");
    private static final Path CHECKED_IN = Path.of("openapi.yaml");
    private static final Path EXAMPLES = Path.of("src/test/resources/openapi-examples");
    private static final Map<String, String> POSTS = Map.of("generateMigration", "/v1/migrations", "makeSnapshot", "/v1/snapshots",
            "mergeSnapshots", "/v1/snapshots/merge");
    private static final Map<String, String> GETS = Map.of("listDialects", "/v1/dialects", "listRules", "/v1/rules", "getRule", "/v1/rules/DW001", "getLimits", "/v1/limits");

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void isTheOneThatIsCheckedIn() throws IOException {
        String now = given().get("/generated/openapi").asString();
        if (UPDATE) {
            Files.writeString(CHECKED_IN, now);
        }
        assertThat(Files.readString(CHECKED_IN)).as("openapi.yaml; write it anew with script/test -Dtest=OpenApiTest -Dopenapi.update=true").isEqualTo(now);
    }

    @Test
    void isServedAsYamlAndAsJson() throws IOException {
        String yaml = Files.readString(CHECKED_IN);
        assertThat(given().get("/openapi").then().statusCode(200).contentType("application/yaml").extract().asString()).isEqualTo(yaml);
        JsonNode api = new YAMLMapper().readTree(yaml);
        assertThat(mapper.readTree(given().accept("application/json").get("/openapi").then().statusCode(200).contentType("application/json").extract().asString())).isEqualTo(api);
        assertThat(mapper.readTree(given().get("/openapi?format=json").then().statusCode(200).extract().asString())).isEqualTo(api);
        given().get("/q/swagger-ui/").then().statusCode(200).contentType("text/html");
        given().get("/q/swagger-ui/swagger-ui-bundle.js").then().statusCode(200);
    }

    @Test
    void hasExamplesThatAreTrue() throws IOException {
        for (var post : POSTS.entrySet()) {
            String request = Files.readString(EXAMPLES.resolve(post.getKey() + ".request.json"));
            example(post.getKey(), given().contentType("application/json").body(request).post(post.getValue()).then().statusCode(200).extract().asString());
        }
        for (var get : GETS.entrySet()) {
            example(get.getKey(), given().get(get.getValue()).then().statusCode(200).extract().asString());
        }
    }

    @Test
    void namesEveryOperationAndSchema() throws IOException {
        JsonNode api = new YAMLMapper().readTree(given().get("/generated/openapi").asString());
        assertThat(api.path("openapi").asText()).isEqualTo("3.1.0");
        var ids = new ArrayList<String>();
        api.path("paths").forEach(path -> path.forEach(operation -> ids.add(operation.path("operationId").asText())));
        assertThat(ids).doesNotHaveDuplicates().doesNotContain("");
        assertThat(inlineObjects(api.path("paths"))).as("anonymous objects").isEmpty();
        assertThat(inlineObjects(api.path("components").path("schemas").findValue("properties"))).isEmpty();
    }

    private static List<JsonNode> inlineObjects(JsonNode node) {
        return node.findParents("properties").stream().toList();
    }

    private void example(String operation, String answer) throws IOException {
        Path file = EXAMPLES.resolve(operation + ".response.json");
        if (UPDATE) {
            Files.writeString(file, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(answer)) + "\n");
        }
        assertThat(mapper.readTree(Files.readString(file))).as(operation).isEqualTo(mapper.readTree(answer));
    }
}
