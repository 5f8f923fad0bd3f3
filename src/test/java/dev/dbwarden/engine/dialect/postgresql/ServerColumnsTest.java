package dev.dbwarden.engine.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dbwarden.engine.database.TestDatabase;
import dev.dbwarden.engine.database.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is written of the server's own relations and functions is what each server says of them. */
class ServerColumnsTest {
    @TestFactory
    Stream<DynamicTest> areThoseOfTheServer() {
        return TestServer.all().stream().filter(server -> server.dialect().equals("postgresql")).map(server -> dynamicTest(server.toString(), () -> {
            try (TestDatabase database = server.open()) {
                assertThat(written(server.major())).isNotEmpty().isEqualTo(database.query(text("catalog/server_columns.sql")).stream().sorted().toList());
            }
        }));
    }

    private static List<String> written(int major) throws IOException {
        return text("server-columns.tsv").lines().map(line -> line.split("\t")).filter(parts -> Integer.parseInt(parts[1]) <= major && major <= Integer.parseInt(parts[2]))
                .map(parts -> parts[0] + " | " + parts[3]).sorted().toList();
    }

    private static String text(String path) throws IOException {
        try (var stream = ServerColumns.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
