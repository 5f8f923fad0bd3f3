package dev.dbwarden.service.database;

import static dev.dbwarden.service.database.Registered.READER_KEY;
import static dev.dbwarden.service.database.Registered.SHOP_KEY;
import static dev.dbwarden.service.database.Registered.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbwarden.service.rest.CiScript;
import dev.dbwarden.service.rest.CiScript.Run;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mode drift of the CI kit's script, against a registered database. */
@QuarkusTest
@TestProfile(Registered.class)
class CiDriftTest {
    @TempDir
    Path repository;

    @BeforeEach
    void commitTheExport() throws IOException {
        Files.createDirectories(repository.resolve(".dbwarden"));
        Files.writeString(repository.resolve(".dbwarden/model_state.json"), as(READER_KEY).get("/v1/databases/shop/export").then().statusCode(200).extract().asString());
    }

    @Test
    void findsNoDriftAndThenSome() throws Exception {
        assertThat(drift("shop", Map.of("DBWARDEN_TOKEN", READER_KEY)).code()).isZero();
        Path key = Files.writeString(repository.resolve("key"), SHOP_KEY + "\n");
        Registered.execute("shop", "CREATE TABLE by_hand (id integer PRIMARY KEY)");
        try {
            Run run = drift("shop", Map.of("DBWARDEN_TOKEN_FILE", key.toString()));
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.output()).contains("shop is not as the snapshot says", "- create table by_hand").doesNotContain(SHOP_KEY);
        } finally {
            Registered.execute("shop", "DROP TABLE by_hand");
        }
    }

    @Test
    void tellsWhoMayNotAskAndWhatIsNotThere() throws Exception {
        assertThat(drift("shop", Map.of()).code()).as("no credential").isEqualTo(4);
        assertThat(drift("notes", Map.of("DBWARDEN_TOKEN", SHOP_KEY)).code()).as("a database that the caller may not see").isEqualTo(4);
        assertThat(drift("../shop", Map.of("DBWARDEN_TOKEN", READER_KEY)).code()).as("no name of a database").isEqualTo(4);
        assertThat(drift("down", Map.of("DBWARDEN_TOKEN", READER_KEY, "DBWARDEN_RETRIES", "0")).code()).as("a database that does not answer").isEqualTo(5);
    }

    private Run drift(String database, Map<String, String> more) throws IOException, InterruptedException {
        var environment = new HashMap<>(more);
        environment.put("DBWARDEN_MODE", "drift");
        environment.put("DBWARDEN_DATABASE", database);
        return CiScript.run(repository, environment);
    }
}
