package dev.dbwarden.service.database;

import static dev.dbwarden.service.database.Registered.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The examples of the API's description that are about databases. {@code -Dopenapi.update=true} writes them anew. */
@QuarkusTest
@TestProfile(Registered.class)
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/openapi-examples");

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void areTrue() throws IOException {
        example("listDatabases", as(Registered.SHOP_KEY).get("/v1/databases"));
        example("exportDatabase", as(Registered.SHOP_KEY).get("/v1/databases/shop/export"));
        String request = Files.readString(EXAMPLES.resolve("checkDrift.request.json"));
        example("checkDrift", as(Registered.SHOP_KEY).contentType("application/json").body(request).post("/v1/databases/shop/drift"));
    }

    private void example(String operation, Response answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        ObjectNode now = (ObjectNode) mapper.readTree(answer.asString());
        if (now.has("exported_at")) {
            now.put("exported_at", "2026-01-15T10:30:00");
        }
        Path file = EXAMPLES.resolve(operation + ".response.json");
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(file, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(now) + "\n");
        }
        assertThat(mapper.readTree(Files.readString(file))).as(operation).isEqualTo(now);
    }
}
