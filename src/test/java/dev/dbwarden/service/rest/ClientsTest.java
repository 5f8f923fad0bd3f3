package dev.dbwarden.service.rest;

import static dev.dbwarden.service.rest.Requesting.file;
import static dev.dbwarden.service.rest.Requesting.form;
import static dev.dbwarden.service.rest.Requesting.snapshotOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbwarden.engine.database.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The files run unchanged in the clients that come with the databases: {@code psql}, {@code mariadb} and {@code sqlite3}, which cut them into statements
 * each by rules of its own. {@code script/test} brings the clients where it may.
 */
@QuarkusTest
class ClientsTest {
    private static final String TABLES = """
            CREATE TABLE users (id INTEGER PRIMARY KEY, note VARCHAR(90) DEFAULT 'a; b -- c');
            CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users (id) ON DELETE CASCADE);
            """;
    private static final String ROUTINES = """
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                -- a comment; with a semicolon
                NEW.note := 'old\\';

                RETURN NEW;
            END $$;
            CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
            """;
    private static final String SQLITE_TRIGGER = """
            CREATE TRIGGER users_touch AFTER UPDATE ON users BEGIN
                -- a comment; with a semicolon
                UPDATE users SET note = 'old\\';

                DELETE FROM posts;
            END;
            """;
    private static final String MARIADB_TRIGGER = """
            DELIMITER //
            CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW
            BEGIN
                -- a comment; with a semicolon
                SET NEW.note = 'old\\\\';

                DELETE FROM posts;
            END//
            DELIMITER ;
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite", "mariadb"})
    void runTheFilesUnchanged(String dialect) throws IOException {
        String before = TABLES + routines(dialect);
        String after = before.replace("'a; b -- c'", "'it''s; $$ /* \\\\'").replace("old", "new").replace("note VARCHAR(90)", "note VARCHAR(90) NOT NULL") + "CREATE TABLE \"a;b\" (id INTEGER);"
                .replace('"', dialect.equals("mariadb") ? '`' : '"');
        try (TestDatabase database = TestDatabase.open(dialect)) {
            database.run(before);
            List<String> old = database.fingerprint();
            run(database, dialect, migration(dialect, before, after));
            assertThat(TestDatabase.difference(old, database.fingerprint())).as("upgraded and rolled back by one file").isEmpty();
            run(database, dialect, migration(dialect, before, after).split("(?m)^-- rollback$")[0]);
            try (TestDatabase fresh = TestDatabase.open(dialect)) {
                fresh.run(after);
                assertThat(TestDatabase.difference(fresh.fingerprint(), database.fingerprint())).as("upgraded").isEmpty();
            }
        }
    }

    private static String routines(String dialect) {
        return switch (dialect) {
            case "sqlite" -> SQLITE_TRIGGER;
            case "mariadb" -> MARIADB_TRIGGER;
            default -> ROUTINES;
        };
    }

    private static String migration(String dialect, String before, String after) {
        return form("schema.sql", after).multiPart(file("snapshot", "s.json", snapshotOf(dialect, before))).accept("application/sql")
                .post("/v1/migrations").then().statusCode(200).extract().asString();
    }

    private void run(TestDatabase database, String dialect, String sql) throws IOException {
        Path script = Files.writeString(folder.resolve("migration.sql"), sql);
        try {
            Process client = new ProcessBuilder(command(dialect, database.connection().getMetaData().getURL())).redirectInput(script.toFile()).redirectErrorStream(true).start();
            String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(client.waitFor()).as(output + "\n" + sql).isZero();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Each stops at the first error and answers with its status. MariaDB's takes comments out of what it sends, unless it is told not to. */
    private static List<String> command(String dialect, String jdbcUrl) {
        if (dialect.equals("sqlite")) {
            return List.of("sqlite3", "-bail", jdbcUrl.substring("jdbc:sqlite:".length()));
        }
        URI server = URI.create(jdbcUrl.substring("jdbc:".length()));
        String name = server.getPath().substring(1);
        return dialect.equals("mariadb") ? List.of("mariadb", "--no-defaults", "--comments", "--protocol=tcp", "--host=127.0.0.1", "--port=" + server.getPort(), "--user=root", name)
                : List.of("psql", "--no-psqlrc", "--set=ON_ERROR_STOP=1", "--host=" + server.getHost(), "--port=" + server.getPort(), "--username=postgres", name);
    }
}
