package dev.dbwarden.service.rest;

import static dev.dbwarden.service.rest.Requesting.file;
import static dev.dbwarden.service.rest.Requesting.form;
import static dev.dbwarden.service.rest.Requesting.snapshotOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbwarden.engine.database.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The archive of each layout, unpacked and applied to a real database: by Flyway, Liquibase and dbmate themselves; the other runners are not to be
 * had from Java or npm, so their files are applied by the rules that each of them publishes. Flyway's undo is a paid part of it: its scripts are
 * run as a client runs them.
 */
@QuarkusTest
class RunnersTest {
    /** What a runner may take apart at the wrong place, and what it may not put in a transaction. */
    private static final String BEFORE = """
            CREATE TYPE mood AS ENUM ('ok');
            CREATE TABLE users (id INTEGER PRIMARY KEY, mood mood, note TEXT DEFAULT 'a; b -- c');
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                -- a comment; with a semicolon
                NEW.note := '${note}; old';

                RETURN NEW;
            END $$;
            CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
            """;
    private static final String AFTER = BEFORE.replace("('ok')", "('ok', 'glad')").replace("old';", "new';").replace("'a; b -- c'", "'it''s; $$'")
            + "CREATE TABLE posts (id INTEGER PRIMARY KEY, body TEXT); CREATE INDEX posts_body ON posts (body);";
    private static final String SQLITE_BEFORE = """
            CREATE TABLE users (id INTEGER PRIMARY KEY, note TEXT);
            CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users (id) ON DELETE CASCADE);
            CREATE TRIGGER users_touch AFTER UPDATE ON users BEGIN
                UPDATE users SET note = 'a; b'; DELETE FROM posts;
            END;
            """;
    private static final String SQLITE_AFTER = SQLITE_BEFORE.replace("note TEXT", "note TEXT NOT NULL DEFAULT 'x; y'");

    private static final Optional<Path> DBMATE = Stream.of(Optional.ofNullable(System.getenv("DBMATE")).orElse(""),
            Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).orElse(System.getProperty("user.home") + "/.cache") + "/dbwarden/dbmate-2.36.0/dbmate")
            .filter(path -> !path.isEmpty()).map(Path::of).filter(Files::isExecutable).findFirst();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void flywayAppliesItsScripts(String dialect) throws IOException, SQLException {
        unpack(dialect, "flyway");
        try (TestDatabase database = TestDatabase.open(dialect)) {
            upgradesAndComesBack(database, dialect, () -> {
                int applied = flyway(database).migrate().migrationsExecuted;
                assertThat(applied).isEqualTo(paths("db/migration", "V.*\\.sql").size());
                assertThat(paths("db/migration", "V.*\\.conf").stream().anyMatch(each -> text(each).contains("executeInTransaction=false"))).isEqualTo(dialect.equals("postgresql"));
                database.execute("DROP TABLE flyway_schema_history");
            }, () -> paths("db/migration", "U.*\\.sql").reversed().forEach(script -> database.run(text(script))));
        }
    }

    private Flyway flyway(TestDatabase database) {
        try {
            return Flyway.configure().dataSource(database.connection().getMetaData().getURL(), "postgres", "").locations("filesystem:" + folder.resolve("db/migration"))
                    .baselineOnMigrate(true).baselineVersion("0").load();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void liquibaseAppliesItsChangelogAndTakesItBack(String dialect) throws IOException {
        unpack(dialect, "liquibase");
        try (TestDatabase database = TestDatabase.open(dialect)) {
            var changesets = new ArrayList<Integer>();
            upgradesAndComesBack(database, dialect, () -> {
                with(database, liquibase -> liquibase.update(""));
                changesets.add(database.query("SELECT id FROM databasechangelog").size());
            }, () -> {
                with(database, liquibase -> liquibase.rollback(changesets.getFirst(), ""));
                assertThat(database.query("SELECT id FROM databasechangelog")).isEmpty();
            });
        }
    }

    private interface Work {
        void with(Liquibase liquibase) throws LiquibaseException;
    }

    private void with(TestDatabase database, Work work) {
        String changelog = "db/changelog/" + paths("db/changelog", ".*").getFirst().getFileName();
        try {
            Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> {
                var connection = java.sql.DriverManager.getConnection(database.connection().getMetaData().getURL(), "postgres", "");
                try (var liquibase = new Liquibase(changelog, new DirectoryResourceAccessor(folder),
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
                    liquibase.setShowSummary(UpdateSummaryEnum.OFF);
                    work.with(liquibase);
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** It sends each file as one message. */
    @Test
    void golangMigrateSendsFiles() throws IOException {
        unpack("postgresql", "golang-migrate");
        try (TestDatabase database = TestDatabase.open("postgresql")) {
            upgradesAndComesBack(database, "postgresql", () -> paths("migrations", ".*\\.up\\.sql").forEach(script -> database.run(text(script))),
                    () -> paths("migrations", ".*\\.down\\.sql").reversed().forEach(script -> database.run(text(script))));
        }
    }

    /** By itself where {@code script/dbmate} has brought it; elsewhere as it does, which is to send each of the two blocks of a file as one message. */
    @Test
    void dbmateAppliesItsFilesAndTakesThemBack() throws IOException {
        unpack("postgresql", "dbmate");
        List<Path> files = paths("db/migrations", ".*\\.sql");
        String block = "(?m)^-- migrate:down.*$";
        try (TestDatabase database = TestDatabase.open("postgresql")) {
            if (DBMATE.isPresent()) {
                upgradesAndComesBack(database, "postgresql", () -> dbmate("up", database), () -> files.forEach(_ -> dbmate("rollback", database)));
            } else {
                upgradesAndComesBack(database, "postgresql", () -> files.forEach(script -> database.run(text(script).split(block)[0])),
                        () -> files.reversed().forEach(script -> database.run(text(script).split(block)[1])));
            }
        }
    }

    private void dbmate(String command, TestDatabase database) {
        try {
            Matcher url = Pattern.compile("jdbc:postgresql://(.*?)/(\\w+)\\?.*").matcher(database.connection().getMetaData().getURL());
            assertThat(url.matches()).isTrue();
            Process dbmate = new ProcessBuilder(DBMATE.orElseThrow().toString(), "--url", "postgres://postgres@%s/%s?sslmode=disable".formatted(url.group(1), url.group(2)),
                    "--migrations-dir", folder.resolve("db/migrations").toString(), "--no-dump-schema", command).redirectErrorStream(true).start();
            String output = new String(dbmate.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(dbmate.waitFor()).as(output).isZero();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** It sends each statement between its marks. */
    @Test
    void gooseSendsWhatIsBetweenItsMarks() throws IOException {
        unpack("postgresql", "goose");
        var statement = Pattern.compile("(?s)-- \\+goose StatementBegin\n(.*?)-- \\+goose StatementEnd");
        try (TestDatabase database = TestDatabase.open("postgresql")) {
            upgradesAndComesBack(database, "postgresql",
                    () -> paths("migrations", ".*").forEach(script -> statement.matcher(text(script).split("-- \\+goose Down")[0]).results().forEach(found -> database.run(found.group(1)))),
                    () -> paths("migrations", ".*").reversed().forEach(script -> statement.matcher(text(script).split("-- \\+goose Down")[1]).results().forEach(found -> database.run(found.group(1)))));
        }
    }

    @Test
    void plainScriptsRunInTheOrderOfTheirNames() throws IOException {
        unpack("postgresql", "plain");
        try (TestDatabase database = TestDatabase.open("postgresql")) {
            upgradesAndComesBack(database, "postgresql", () -> paths("migrations", ".*\\.up\\.sql").forEach(script -> database.run(text(script))),
                    () -> paths("migrations", ".*\\.down\\.sql").reversed().forEach(script -> database.run(text(script))));
        }
    }

    @Test
    void refusesALineThatARunnerTakesForItsOwn() {
        String marked = "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$\nBEGIN\n%s\nEND $$;";
        for (var mark : List.of(List.of("goose", "-- +goose Down"), List.of("dbmate", "  -- migrate:down"), List.of("liquibase", "--changeset a:b"))) {
            form("schema.sql", marked.formatted(mark.get(1))).multiPart("dialect", "postgresql").multiPart("layout", mark.get(0)).post("/v1/migrations").then().statusCode(422)
                    .body("type", org.hamcrest.Matchers.endsWith("/unsupported")).body("detail", org.hamcrest.Matchers.containsString(mark.get(1).strip()));
        }
    }

    private void upgradesAndComesBack(TestDatabase database, String dialect, Runnable upgrade, Runnable rollback) {
        boolean sqlite = dialect.equals("sqlite");
        database.run(sqlite ? SQLITE_BEFORE : BEFORE);
        List<String> before = fingerprint(database);
        upgrade.run();
        try (TestDatabase fresh = TestDatabase.open(dialect)) {
            fresh.run(sqlite ? SQLITE_AFTER : AFTER);
            assertThat(TestDatabase.difference(fingerprint(fresh), fingerprint(database))).isEmpty();
        }
        rollback.run();
        assertThat(TestDatabase.difference(before, fingerprint(database))).isEmpty();
    }

    /** Without the tables that Liquibase and dbmate keep their books in. */
    private static List<String> fingerprint(TestDatabase database) {
        return database.fingerprint().stream().filter(line -> !line.toLowerCase(java.util.Locale.ROOT).contains("databasechangelog") && !line.contains("schema_migrations")).toList();
    }

    private void unpack(String dialect, String layout) throws IOException {
        boolean sqlite = dialect.equals("sqlite");
        byte[] archive = form("schema.sql", sqlite ? SQLITE_AFTER : AFTER).multiPart(file("snapshot", "s.json", snapshotOf(dialect, sqlite ? SQLITE_BEFORE : BEFORE)))
                .multiPart("layout", layout).accept("application/zip").post("/v1/migrations").then().statusCode(200).extract().asByteArray();
        for (var each : AnswerFormatsTest.unzipped(archive).entrySet()) {
            Path path = folder.resolve(each.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, each.getValue());
        }
    }

    private List<Path> paths(String subfolder, String name) {
        try (Stream<Path> paths = Files.list(folder.resolve(subfolder))) {
            return paths.filter(path -> path.getFileName().toString().matches(name)).sorted(Comparator.comparing(Path::toString)).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
