package dev.dbwarden.service.rest;

import static dev.dbwarden.service.rest.Requesting.snapshotOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbwarden.service.rest.CiScript.Run;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script behind the CI kit, against the running service: modes check and generate, every exit code. */
@QuarkusTest
class CiKitTest {
    private static final String USERS = "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);";
    private static final String WITH_PHONE = "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, phone TEXT);";
    private static final String RENAMED = "CREATE TABLE users (id INTEGER PRIMARY KEY, full_name TEXT);";
    private static final String WITHOUT_NAME = "CREATE TABLE users (id INTEGER PRIMARY KEY);";

    @TempDir
    Path repository;

    @BeforeEach
    void commitASnapshot() throws IOException {
        Files.createDirectories(repository.resolve(".dbwarden"));
        Files.writeString(repository.resolve(".dbwarden/model_state.json"), snapshotOf("postgresql", USERS));
    }

    @Test
    void findsNothingToDo() throws Exception {
        model(USERS);
        assertThat(run(Map.of("DBWARDEN_MODE", "check", "DBWARDEN_REQUIRE_COMMITTED", "true"))).matches(run -> run.code() == 0);
        assertThat(run(Map.of("DBWARDEN_MODE", "generate")).code()).isZero();
        assertThat(repository.resolve("migrations")).doesNotExist();
    }

    @Test
    void writesTheMigrationAndThenThereIsNone() throws Exception {
        model(WITH_PHONE);
        assertThat(run(Map.of("DBWARDEN_REQUIRE_COMMITTED", "true"))).matches(run -> run.code() == 1).extracting(Run::output).asString().contains("not committed yet");
        assertThat(run(Map.of("DBWARDEN_MODE", "generate", "DBWARDEN_LAYOUT", "flyway", "DBWARDEN_DESCRIPTION", "a \"phone\"; $(touch pwned) `touch pwned`")).code()).isZero();
        assertThat(repository.resolve("db/migration/V0001__a_phone_touch_pwned_touch_pwned.sql")).content().isEqualTo("ALTER TABLE users ADD COLUMN phone TEXT;\n");
        assertThat(repository.resolve("pwned")).doesNotExist();
        assertThat(run(Map.of("DBWARDEN_REQUIRE_COMMITTED", "true")).code()).isZero();
    }

    @Test
    void readsModelsByPatternAndPathsOfAllCharacters() throws Exception {
        Files.createDirectories(repository.resolve("my models; \"x\""));
        Files.writeString(repository.resolve("my models; \"x\"/1.sql"), USERS);
        Files.writeString(repository.resolve("my models; \"x\"/2.sql"), "ALTER TABLE users ADD COLUMN phone TEXT;");
        assertThat(run(Map.of("DBWARDEN_MODEL", "my models; \"x\"/*.sql"))).matches(run -> run.code() == 0).extracting(Run::output).asString().contains("1 change(s)", "add column users.phone");
    }

    @Test
    void refusesByPolicyAndStillReports() throws Exception {
        model(WITHOUT_NAME);
        Path output = repository.resolve("github-output");
        Path summary = repository.resolve("github-summary");
        Run refused = run(Map.of("DBWARDEN_REPORTS", "sarif junit code-quality markdown annotations mermaid", "GITHUB_OUTPUT", output.toString(), "GITHUB_STEP_SUMMARY", summary.toString()));
        assertThat(refused).matches(run -> run.code() == 1).extracting(Run::output).asString().contains("allow it with 'drop_column:users.name'", "::error file=");
        assertThat(repository.resolve("dbwarden-report")).isDirectoryContaining("glob:**/dbwarden.sarif").isDirectoryContaining("glob:**/dbwarden-junit.xml")
                .isDirectoryContaining("glob:**/gl-code-quality-report.json").isDirectoryContaining("glob:**/dbwarden.md").isDirectoryContaining("glob:**/dbwarden.mmd");
        assertThat(summary).content().startsWith("### DBWarden");
        assertThat(run(Map.of("DBWARDEN_ALLOW", "drop_column:users.name\ndrop_table:x")).code()).isZero();
        assertThat(run(Map.of("DBWARDEN_MODE", "generate")).code()).isEqualTo(1);
        assertThat(repository.resolve("migrations")).doesNotExist();
    }

    @Test
    void asksAboutRenames() throws Exception {
        model(RENAMED);
        assertThat(run(Map.of("DBWARDEN_MODE", "generate"))).matches(run -> run.code() == 2).extracting(Run::output).asString().contains("users.name:full_name");
        assertThat(run(Map.of("DBWARDEN_RENAMES", "users.name:full_name")).code()).isZero();
    }

    @Test
    void tellsAConflict() throws Exception {
        model(USERS);
        assertThat(run(Map.of("DBWARDEN_EXPECTED_PARENT", "sha256:other")).code()).isEqualTo(3);
    }

    @Test
    void tellsInvalidInput() throws Exception {
        model("CREATE TABLE (");
        assertThat(run(Map.of())).matches(run -> run.code() == 4).extracting(Run::output).asString().contains("dbwarden: - ");
        model(USERS);
        Files.delete(repository.resolve(".dbwarden/model_state.json"));
        assertThat(run(Map.of())).matches(run -> run.code() == 4).extracting(Run::output).asString().contains("DBWARDEN_FIRST=true");
        assertThat(run(Map.of("DBWARDEN_FIRST", "true", "DBWARDEN_DIALECT", "postgresql")).code()).isZero();
        assertThat(run(Map.of("DBWARDEN_MODEL", "gone/*.sql")).code()).isEqualTo(4);
        assertThat(run(Map.of("DBWARDEN_MODE", "both")).code()).isEqualTo(4);
    }

    @Test
    void tellsThatTheServiceIsNotThere() throws Exception {
        model(USERS);
        assertThat(run(Map.of("DBWARDEN_URL", "http://127.0.0.1:1", "DBWARDEN_RETRIES", "0")).code()).isEqualTo(5);
    }

    @Test
    void keepsTheCredentialOffCommandLinesAndOutput() throws Exception {
        model(USERS);
        Path tools = Files.createDirectories(repository.resolve("tools"));
        Path curl = tools.resolve("curl");
        Files.writeString(curl, "#!/bin/sh\nprintf '%s\\n' \"$@\" >>\"" + repository.resolve("arguments") + "\"\nenv >>\"" + repository.resolve("arguments") + "\"\nexec /usr/bin/curl \"$@\"\n");
        assertThat(curl.toFile().setExecutable(true)).isTrue();
        Run run = run(Map.of("DBWARDEN_TOKEN", "s3cret-key", "PATH", tools + ":" + System.getenv("PATH")));
        assertThat(run.code()).as("the credential arrives, and is none that this service knows").isEqualTo(4);
        assertThat(run.output()).contains("answered 401");
        assertThat(repository.resolve("arguments")).content().contains("--header").doesNotContain("s3cret-key");
        assertThat(run.output()).doesNotContain("s3cret-key");
    }

    private void model(String sql) throws IOException {
        Files.writeString(repository.resolve("schema.sql"), sql);
    }

    private Run run(Map<String, String> environment) throws IOException, InterruptedException {
        return CiScript.run(repository, environment);
    }
}
