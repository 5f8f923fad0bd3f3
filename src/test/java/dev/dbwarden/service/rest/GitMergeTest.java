package dev.dbwarden.service.rest;

import static dev.dbwarden.service.rest.Requesting.file;
import static dev.dbwarden.service.rest.Requesting.form;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbwarden.engine.database.TestDatabase;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two branches of a real repository meet: the merge driver and the second migration, as a user runs them. */
@QuarkusTest
class GitMergeTest {
    private static final Path SCRIPTS = Path.of("git").toAbsolutePath();
    private static final String BASE = """
            CREATE TABLE users (
                id INTEGER PRIMARY KEY,
                email VARCHAR(100) NOT NULL
            );

            CREATE TABLE posts (
                id INTEGER PRIMARY KEY,
                title TEXT
            );
            """;
    private static final String SNAPSHOT = ".dbwarden/model_state.json";
    /** A change of posts. */
    private static final String BODY = BASE.replace("title TEXT", "title TEXT,\n    body TEXT");
    /** A change of users. */
    private static final String PHONE = BASE.replace("email VARCHAR(100)", "phone VARCHAR(20),\n    email VARCHAR(100)");

    @TestHTTPResource
    URI service;
    @TempDir
    Path repository;

    /** What a command printed, and how it ended. */
    private record Outcome(int status, String output) {}

    @BeforeEach
    void aRepositoryWithTheDriver() throws Exception {
        git("init", "-q", "-b", "main");
        git("config", "user.name", "Ada");
        git("config", "user.email", "ada@example.com");
        git("config", "merge.dbwarden.driver", SCRIPTS.resolve("merge-driver") + " %O %A %B %P");
        Files.copy(SCRIPTS.resolve("attributes"), repository.resolve(".gitattributes"));
        Files.createDirectories(repository.resolve(".dbwarden"));
        Files.createDirectories(repository.resolve("migrations"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite", "mariadb"})
    void branchesMeetAndTheMigrationsOfBothLeadToTheMergedModel(String dialect) throws Exception {
        twoBranches(dialect, BASE.replace("title TEXT", "title TEXT,\n    body TEXT DEFAULT 'x'"), PHONE);
        String ours = Files.readString(repository.resolve(SNAPSHOT));

        assertThat(run("git", "merge", "-q", "feature", "-m", "meet")).extracting(Outcome::status).as("git merge").isEqualTo(0);
        String merged = Files.readString(repository.resolve(SNAPSHOT));
        Outcome second = run(SCRIPTS.resolve("second-migration").toString());
        assertThat(second.status()).as(second.output()).isZero();
        git("commit", "-q", "-m", "the second migration");

        assertThat(migrations()).extracting(each -> each.getFileName().toString().replaceFirst("_[a-z].*", "")).containsExactly("primary__0001", "primary__0002", "primary__0003");
        assertThat(JsonPath.from(merged).getInt("revision")).isEqualTo(3);
        assertThat(JsonPath.from(merged).getString("parent")).isEqualTo(JsonPath.from(ours).getString("checksum"));
        String model = Files.readString(repository.resolve("schema.sql"));
        form("schema.sql", model).multiPart(file("snapshot", "s.json", merged)).post("/v1/migrations").then().statusCode(200).body("changed", org.hamcrest.Matchers.equalTo(false));
        try (TestDatabase database = TestDatabase.open(dialect); TestDatabase fresh = TestDatabase.open(dialect)) {
            for (Path migration : migrations()) {
                database.run(Files.readString(migration).split("-- rollback")[0]);
            }
            fresh.run(model);
            assertThat(TestDatabase.difference(fresh.fingerprint(), database.fingerprint())).isEmpty();
        }
    }

    @Test
    void theMergedSnapshotIsTheOneThatTheSecondMigrationReturns() throws Exception {
        twoBranches("postgresql", BODY, PHONE);
        String ours = Files.readString(repository.resolve(SNAPSHOT));
        git("merge", "-q", "feature", "-m", "meet");
        String merged = Files.readString(repository.resolve(SNAPSHOT));
        String next = given().multiPart(file("model", "merged.json", merged)).multiPart(file("snapshot", "ours.json", ours)).queryParam("format", "snapshot")
                .post("/v1/migrations").then().statusCode(200).extract().asString();
        assertThat(next).isEqualTo(merged);
    }

    @Test
    void aConflictIsToldAndOursIsKept() throws Exception {
        twoBranches("postgresql", BASE.replace("email VARCHAR(100) NOT NULL", "email VARCHAR(100)"), BASE.replace("email VARCHAR(100)", "email TEXT"));
        String ours = Files.readString(repository.resolve(SNAPSHOT));

        Outcome merge = run("git", "merge", "-q", "feature", "-m", "meet");
        assertThat(merge.status()).isEqualTo(1);
        assertThat(merge.output()).contains("altered_differently", "alter column users.email: type VARCHAR(100) -> TEXT", "alter column users.email: null", "POST /v1/migrations");
        assertThat(run("git", "status", "--porcelain").output()).contains("UU " + SNAPSHOT);
        assertThat(Files.readString(repository.resolve(SNAPSHOT))).isEqualTo(ours);
    }

    /** After a rebase there is one line of commits, and nothing tells where their migrations begin. */
    @Test
    void aRebasedBranchGetsItsMigrationAnewToo() throws Exception {
        commit("postgresql", BASE);
        git("checkout", "-q", "-b", "feature");
        commit("postgresql", BODY);
        commit("postgresql", BASE.replace("title TEXT", "title TEXT,\n    body TEXT,\n    words INTEGER"));
        git("checkout", "-q", "main");
        commit("postgresql", PHONE);
        git("checkout", "-q", "feature");
        git("rebase", "-q", "main");
        assertThat(run(SCRIPTS.resolve("second-migration").toString())).matches(outcome -> outcome.status() == 1 && outcome.output().contains("--onto main"));
        Outcome second = run(SCRIPTS.resolve("second-migration").toString(), "--onto", "main");
        assertThat(second.status()).as(second.output()).isZero();
        assertThat(migrations()).extracting(each -> each.getFileName().toString().replaceFirst("_[a-z].*", "")).containsExactly("primary__0001", "primary__0002", "primary__0003");
        assertThat(Files.readString(migrations().getLast())).contains("ADD COLUMN body", "ADD COLUMN words").doesNotContain("phone");
    }

    /** Where both branches named their migration alike, the file is ours; what else they put beside it stays. */
    @Test
    void noFileIsLostThatIsNotTheirMigration() throws Exception {
        commit("postgresql", BASE);
        git("checkout", "-q", "-b", "feature");
        Files.writeString(repository.resolve("migrations/READ ME.md"), "theirs");
        Files.writeString(repository.resolve("migrations/primary__0002_größe.sql"), "theirs");
        Files.writeString(repository.resolve("migrations/primary__0002_update.sql"), "theirs");
        commit("postgresql", BODY);
        git("checkout", "-q", "main");
        Files.writeString(repository.resolve("migrations/primary__0002_update.sql"), "ours");
        commit("postgresql", PHONE);
        assertThat(run("git", "merge", "-q", "feature", "-m", "meet").status()).as("update.sql is in conflict").isEqualTo(1);
        Outcome second = run(SCRIPTS.resolve("second-migration").toString());
        assertThat(second.status()).as(second.output()).isZero();
        git("commit", "-q", "-m", "meet");
        assertThat(migrations()).extracting(each -> each.getFileName().toString()).contains("READ ME.md", "primary__0002_update.sql", "primary__0003_add_column_posts_body.sql")
                .doesNotContain("primary__0002_größe.sql", "primary__0002_add_column_posts_body.sql");
        assertThat(repository.resolve("migrations/primary__0002_update.sql")).hasContent("ours");
    }

    /** Both branches did the same under two names. */
    @Test
    void whereNothingIsLeftThereIsNoSecondMigration() throws Exception {
        commit("postgresql", BASE);
        git("checkout", "-q", "-b", "feature");
        commit("postgresql", BODY);
        git("mv", "migrations/primary__0002_add_column_posts_body.sql", "migrations/primary__0002_body.sql");
        git("commit", "-q", "-m", "another name");
        git("checkout", "-q", "main");
        commit("postgresql", BODY + "\n");
        git("merge", "-q", "feature", "-m", "meet");
        Outcome second = run(SCRIPTS.resolve("second-migration").toString());
        assertThat(second).matches(outcome -> outcome.status() == 0 && outcome.output().contains("nothing is left"));
        assertThat(migrations()).extracting(each -> each.getFileName().toString()).containsExactly("primary__0001_create_table_users_and_more.sql", "primary__0002_add_column_posts_body.sql");
    }

    /** Two branches that merged each other have two bases, which git merges first, by the driver too. */
    @Test
    void branchesThatMergedEachOtherMeetAgain() throws Exception {
        twoBranches("postgresql", BODY, PHONE);
        git("branch", "before");
        git("merge", "-q", "feature", "-m", "meet");
        git("checkout", "-q", "feature");
        git("merge", "-q", "before", "-m", "meet");
        String both = PHONE.replace("title TEXT", "title TEXT,\n    body TEXT");
        commit("postgresql", both.replace("body TEXT", "body TEXT,\n    words INTEGER"));
        git("checkout", "-q", "main");
        commit("postgresql", both.replace("phone VARCHAR(20)", "phone VARCHAR(30)"));
        git("merge", "-q", "feature", "-m", "meet again");
        JsonPath merged = JsonPath.from(Files.readString(repository.resolve(SNAPSHOT)));
        assertThat(merged.getString("tables.users.columns.phone.type")).isEqualTo("VARCHAR(30)");
        assertThat(merged.getMap("tables.posts.columns")).containsOnlyKeys("id", "title", "body", "words");
    }

    @Test
    void withoutAServiceNothingIsMerged() throws Exception {
        twoBranches("postgresql", BASE + "CREATE TABLE a (id INTEGER);\n", BASE.replace("title TEXT", "title VARCHAR(20)"));
        service = URI.create("http://127.0.0.1:9/");
        Outcome merge = run("git", "merge", "-q", "feature", "-m", "meet");
        assertThat(merge.status()).isEqualTo(1);
        assertThat(merge.output()).contains("ours is kept");
    }

    /** A base, the other branch's change of it, and ours; the work goes on in ours. */
    private void twoBranches(String dialect, String theirs, String ours) throws Exception {
        commit(dialect, BASE);
        git("checkout", "-q", "-b", "feature");
        commit(dialect, theirs);
        git("checkout", "-q", "main");
        commit(dialect, ours);
    }

    /** A model, its migration and its snapshot, committed together. */
    private void commit(String dialect, String model) throws Exception {
        Path snapshot = repository.resolve(SNAPSHOT);
        RequestSpecification request = form("schema.sql", model).multiPart("dialect", dialect).multiPart("on_ambiguity", "drop_and_add");
        if (Files.exists(snapshot)) {
            request = request.multiPart(file("snapshot", "s.json", Files.readString(snapshot)));
        }
        String answer = request.post("/v1/migrations").then().statusCode(200).extract().asString();
        Files.writeString(repository.resolve("schema.sql"), model);
        Files.writeString(repository.resolve("migrations").resolve(JsonPath.from(answer).getString("migration.filename")), JsonPath.from(answer).getString("migration.sql"));
        Files.writeString(snapshot, answer.substring(answer.lastIndexOf("\"snapshot\":") + "\"snapshot\":".length(), answer.length() - 1));
        git("add", "-A");
        git("commit", "-q", "-m", "change");
    }

    private List<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(repository.resolve("migrations"))) {
            return files.sorted().toList();
        }
    }

    private void git(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Outcome outcome = run(command.toArray(String[]::new));
        assertThat(outcome.status()).as(outcome.output()).isZero();
    }

    private Outcome run(String... command) throws Exception {
        var builder = new ProcessBuilder(command).directory(repository.toFile()).redirectErrorStream(true);
        builder.environment().put("DBWARDEN_URL", service.toString().replaceAll("/$", ""));
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("HOME", repository.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        return new Outcome(process.waitFor(), output);
    }
}
