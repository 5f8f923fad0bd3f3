package dev.dbwarden.service.rest;

import static dev.dbwarden.service.rest.Requesting.PROBLEM;
import static dev.dbwarden.service.rest.Requesting.SNAPSHOT;
import static dev.dbwarden.service.rest.Requesting.file;
import static dev.dbwarden.service.rest.Requesting.form;
import static dev.dbwarden.service.rest.Requesting.migration;
import static dev.dbwarden.service.rest.Requesting.snapshotOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MigrationResourceTest {
    private static final String USERS = "CREATE TABLE users (id INTEGER PRIMARY KEY, username VARCHAR(100) NOT NULL);";
    private static final String RENAMED = "CREATE TABLE users (id INTEGER PRIMARY KEY, user_name VARCHAR(100) NOT NULL);";
    private static final String WITH_PHONE = "CREATE TABLE users (id INTEGER PRIMARY KEY, username VARCHAR(100) NOT NULL, phone VARCHAR(20));";

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void findsNothingBetweenASnapshotAndTheModelThatItDescribes(String dialect) {
        String answer = form("model.json", SNAPSHOT).multiPart(file("snapshot", "model_state.json", SNAPSHOT)).multiPart("dialect", dialect)
                .post("/v1/migrations").then().statusCode(200)
                .body("changed", equalTo(false)).body("migration", nullValue()).body("upgrade.size()", equalTo(0)).body("findings.code", contains("DW001"))
                .extract().asString();
        assertThat(answer).as("the snapshot as it came").contains(SNAPSHOT.strip());
    }

    @Test
    void tellsWhatItPassedOver() {
        String model = "SET client_encoding = 'UTF8';\n\\connect shop\n" + USERS + "\nALTER TABLE users OWNER TO shop;\nINSERT INTO users VALUES (1, 'a');\nINSERT INTO users VALUES (2, 'b');\n";
        form("schema.sql", model).multiPart("dialect", "postgresql").post("/v1/migrations").then().statusCode(200)
                .body("passed_over.statement", contains("SET", "command of the client", "ALTER TABLE .. OWNER TO", "INSERT"))
                .body("passed_over.count", contains(1, 1, 1, 2)).body("passed_over.line", contains(1, 2, 4, 5)).body("passed_over.source", hasItem("schema.sql"));
        form("schema.sql", USERS).multiPart("dialect", "postgresql").post("/v1/migrations").then().statusCode(200).body("passed_over", nullValue());
    }

    @Test
    void tellsThatAFunctionThatTheModelCallsChangesTheSchema() {
        String function = "CREATE FUNCTION make() RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'CREATE TABLE made (id integer)'; END $$;\n";
        form("schema.sql", function).multiPart("dialect", "postgresql").post("/v1/migrations").then().statusCode(200).body("findings.code", not(hasItem("DW005")));
        form("schema.sql", function + "SELECT make();\n").multiPart("dialect", "postgresql").post("/v1/migrations").then().statusCode(200)
                .body("findings.findAll { it.code == 'DW005' }.message", contains(startsWith("schema.sql, line 2: SELECT calls the function make,")));
    }

    @Test
    void tellsOfAStatementAboutTheSchemaThatOnlyAServerPutsTogether() {
        String script = "CREATE TABLE t (id int PRIMARY KEY);\nSET @s = CONCAT('ALTER TABLE t COMMENT ''', @words, '''');\nPREPARE p FROM @s;\nEXECUTE p;\n";
        form("schema.sql", script).multiPart("dialect", "mysql").post("/v1/migrations").then().statusCode(200)
                .body("findings.findAll { it.code == 'DW005' }.message", contains(startsWith("schema.sql, line 4: EXECUTE is passed over, though it changes the schema")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void answersSqlChangesProofAndTheNextSnapshot(String dialect) {
        form("schema.sql", WITH_PHONE).multiPart(file("snapshot", "s.json", snapshotOf(dialect, USERS))).post("/v1/migrations").then().statusCode(200)
                .body("changed", equalTo(true)).body("dialect", equalTo(dialect)).body("database", equalTo("primary"))
                .body("migration.id", equalTo("primary__0001_add_column_users_phone"))
                .body("migration.filename", equalTo("primary__0001_add_column_users_phone.sql"))
                .body("migration.sql", startsWith("-- upgrade\n\nALTER TABLE users ADD COLUMN phone VARCHAR(20);\n\n-- rollback\n\n"))
                .body("migration.checksum", startsWith("sha256:"))
                .body("upgrade[0].sql", equalTo("ALTER TABLE users ADD COLUMN phone VARCHAR(20)")).body("upgrade[0].change", equalTo(0))
                .body("changes[0].type", equalTo("add_column")).body("changes[0].table", equalTo("users")).body("changes[0].column", equalTo("phone"))
                .body("changes[0].reversibility", equalTo("exact")).body("changes[0].summary", equalTo("add column users.phone VARCHAR(20)"))
                .body("proof.upgrade_reaches_model", equalTo(true)).body("proof.rollback_restores_snapshot", equalTo(true))
                .body("snapshot.revision", equalTo(1)).body("snapshot.parent", startsWith("sha256:"))
                .body("snapshot.tables.users.columns.phone.type", equalTo("VARCHAR(20)"));
    }

    @Test
    void numbersTheNextFileFromTheSnapshotAlone() {
        String first = form("schema.sql", USERS).multiPart("dialect", "postgresql").multiPart("database", "shop").queryParam("format", "snapshot").post("/v1/migrations")
                .then().statusCode(200).extract().asString();
        form("schema.sql", WITH_PHONE).multiPart(file("snapshot", "s.json", first)).multiPart("description", "Add phone, to users!").post("/v1/migrations").then()
                .body("migration.id", equalTo("shop__0002_add_phone_to_users")).body("snapshot.revision", equalTo(2));
    }

    @Test
    void givesTheSameBytesForTheSameRequest() {
        byte[] one = form("schema.sql", WITH_PHONE).multiPart("dialect", "postgresql").post("/v1/migrations").asByteArray();
        byte[] other = form("schema.sql", WITH_PHONE).multiPart("dialect", "postgresql").post("/v1/migrations").asByteArray();
        assertThat(one).isEqualTo(other);
    }

    @Test
    void findsNothingAgainstTheSnapshotThatItHasJustWritten() {
        String next = form("schema.sql", WITH_PHONE).multiPart("dialect", "postgresql").queryParam("format", "snapshot").post("/v1/migrations").asString();
        String answer = form("schema.sql", WITH_PHONE).multiPart(file("snapshot", "s.json", next)).post("/v1/migrations").then().statusCode(200)
                .body("changed", equalTo(false)).body("findings.size()", equalTo(0)).extract().asString();
        assertThat(answer).contains(next.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void readsTheSnapshotThatItMadeOfTheOldOne(String dialect) {
        String model = SNAPSHOT.replace("\"full_name\"", "\"phone\": {\"type\": \"VARCHAR(20)\"}, \"full_name\"");
        String next = form("model.json", model).multiPart(file("snapshot", "s.json", SNAPSHOT)).multiPart("dialect", dialect).queryParam("format", "snapshot")
                .post("/v1/migrations").then().statusCode(200).extract().asString();
        form("model.json", model).multiPart(file("snapshot", "s.json", next)).post("/v1/migrations").then().statusCode(200).body("changed", equalTo(false));
    }

    @Test
    void readsYamlBodies() {
        given().contentType("application/yaml").body("""
                dialect: postgresql
                model:
                  tables:
                    users:
                      columns:
                        id: {type: INTEGER, primary_key: true}
                """.getBytes(StandardCharsets.UTF_8)).post("/v1/migrations").then().statusCode(200).body("changes.type", contains("create_table"));
    }

    @Test
    void readsSqlModelsOneAfterTheOther() {
        form("1.sql", USERS).multiPart(file("model", "2.sql", "ALTER TABLE users ADD COLUMN phone VARCHAR(20);")).multiPart("dialect", "postgresql")
                .post("/v1/migrations").then().statusCode(200).body("snapshot.tables.users.columns.phone.type", equalTo("VARCHAR(20)"));
    }

    @Test
    void tellsWhichNamesTheServerCuts() {
        form("schema.sql", "\nCREATE TABLE " + "t".repeat(64) + " (id INTEGER);").multiPart("dialect", "postgresql").post("/v1/migrations").then().statusCode(200)
                .body("findings.findAll { it.direction == 'upgrade' }.code", contains("DW005")).body("findings[0].message", startsWith("schema.sql, line 2: the name ttt"));
    }

    @Test
    void refusesAllChangesThatThereIsNoWayToMakeAtOnce() {
        String plain = "CREATE TYPE line_of AS (id INTEGER); CREATE TABLE a (id INTEGER); CREATE TABLE b (id INTEGER);";
        String typed = "CREATE TYPE line_of AS (id INTEGER); CREATE TABLE a OF line_of; CREATE TABLE b OF line_of;";
        form("schema.sql", typed).multiPart(file("snapshot", "s.json", Requesting.snapshotOf("postgresql", plain))).post("/v1/migrations").then().statusCode(422)
                .body("type", endsWith("/unsupported")).body("errors.pointer", contains("/tables/a", "/tables/b"));
    }

    /** The server spells the columns out when it makes the view. */
    @Test
    void makesAViewOfAllColumnsAnewWhenItsTableGetsOne() {
        String before = "CREATE TABLE item (id INTEGER); CREATE TABLE kind (id INTEGER); CREATE VIEW both AS SELECT i.*, k.id AS kind FROM item i JOIN kind k ON k.id = i.id;";
        form("schema.sql", before.replace("item (id INTEGER)", "item (id INTEGER, note TEXT)"))
                .multiPart(file("snapshot", "s.json", Requesting.snapshotOf("postgresql", before))).post("/v1/migrations").then().statusCode(200)
                .body("upgrade.sql", contains(startsWith("DROP VIEW"), startsWith("ALTER TABLE item ADD COLUMN note"), startsWith("CREATE VIEW")));
    }

    @Test
    void readsSeveralYamlModelsAsOne() {
        form("parent.yaml", "tables: {parent: {columns: {id: {type: INTEGER, primary_key: true}}}}")
                .multiPart(file("model", "child.yml", "tables: {child: {columns: {id: {type: INTEGER, primary_key: true, references: parent(id)}}}}"))
                .multiPart("dialect", "postgresql").post("/v1/migrations").then().statusCode(200)
                .body("changes.type", contains("create_table", "create_table")).body("snapshot.tables.child.foreign_keys.referenced_table", contains("parent"));
    }

    @Test
    void readsGzippedBodies() throws IOException {
        given().contentType("application/json").header("Content-Encoding", "gzip")
                .body(HostileInputTest.gzipped("{\"dialect\":\"postgresql\",\"model\":{\"tables\":{}}}".getBytes(StandardCharsets.UTF_8)))
                .post("/v1/migrations").then().statusCode(200).body("changed", equalTo(false));
    }

    @Test
    void answersTheFileAsSql() {
        form("schema.sql", USERS).multiPart("dialect", "postgresql").accept("application/sql").post("/v1/migrations").then().statusCode(200)
                .contentType(startsWith("application/sql"))
                .header("Content-Disposition", equalTo("attachment; filename=\"primary__0001_create_table_users.sql\"")).header("Warden-Changes", equalTo("1"))
                .body(startsWith("-- upgrade\n\nCREATE TABLE users (")).body(endsWith("-- rollback\n\nDROP TABLE users;\n"));
    }

    @Test
    void answersACommentWhereNothingChanged() {
        form("schema.sql", USERS).multiPart(file("snapshot", "s.json", snapshotOf("postgresql", USERS))).queryParam("format", "sql").post("/v1/migrations").then()
                .statusCode(200).header("Warden-Changes", equalTo("0")).body(startsWith("-- "));
    }

    @Test
    void asksWhetherADropAndAnAddAreARename() {
        form("schema.sql", RENAMED).multiPart(file("snapshot", "s.json", snapshotOf("postgresql", USERS))).post("/v1/migrations").then()
                .statusCode(409).contentType(PROBLEM).body("type", endsWith("/ambiguous-rename"))
                .body("rename_candidates[0].hint", equalTo("users.username:user_name")).body("rename_candidates[0].otherwise", equalTo("users.username:"))
                .body("rename_candidates[0].similarity", notNullValue());
    }

    @Test
    void asksWhatAHintMeansThatCanMeanTwoThings() {
        String before = "CREATE SCHEMA users; CREATE TABLE users (name text); CREATE TABLE users.name (id integer);";
        String after = "CREATE SCHEMA users; CREATE TABLE users (nick text); CREATE TABLE users.nick (id integer);";
        form("schema.sql", after).multiPart(file("snapshot", "s.json", snapshotOf("postgresql", before))).multiPart("rename", "users.name:nick").post("/v1/migrations").then()
                .statusCode(409).contentType(PROBLEM).body("type", endsWith("/ambiguous-rename"))
                .body("errors[0].message", endsWith("write 'column users.name:nick' or 'table users.name:nick'"));
        form("schema.sql", after).multiPart(file("snapshot", "s.json", snapshotOf("postgresql", before))).multiPart("rename", "column users.name:nick")
                .multiPart("rename", "table users.name:nick").post("/v1/migrations").then().statusCode(200).body("changes.type", contains("rename_table", "rename_column"));
    }

    @Test
    void renamesByHint() {
        form("schema.sql", RENAMED).multiPart(file("snapshot", "s.json", snapshotOf("postgresql", USERS))).multiPart("rename", "users.username:user_name")
                .post("/v1/migrations").then().statusCode(200).body("changes.type", contains("rename_column"))
                .body("upgrade.sql", contains("ALTER TABLE users RENAME COLUMN username TO user_name"));
    }

    @Test
    void renamesByWhatTheModelSays() {
        String model = """
                {"tables": {"users": {"columns": {"id": {"type": "INTEGER", "primary_key": true},
                  "user_name": {"type": "VARCHAR(100)", "nullable": false, "renamed_from": "username"}}}}}
                """;
        String next = form("model.json", model).multiPart(file("snapshot", "s.json", snapshotOf("postgresql", USERS))).post("/v1/migrations").then().statusCode(200)
                .body("changes.type", contains("rename_column")).extract().jsonPath().prettify();
        assertThat(next).contains("user_name");
        form("model.json", model).multiPart(file("snapshot", "s.json", snapshotOf("postgresql", RENAMED))).post("/v1/migrations").then().statusCode(200)
                .body("changed", equalTo(false)).body("findings.size()", equalTo(0));
    }

    @Test
    void dropsAndAddsWhereToldThatItIsNoRename() {
        form("schema.sql", RENAMED).multiPart(file("snapshot", "s.json", snapshotOf("postgresql", USERS))).multiPart("on_ambiguity", "drop_and_add")
                .post("/v1/migrations").then().statusCode(200).body("changes.type", hasItems("drop_column", "add_column"))
                .body("changes.find { it.type == 'drop_column' }.reversibility", equalTo("structure_only"));
        form("schema.sql", RENAMED).multiPart(file("snapshot", "s.json", snapshotOf("postgresql", USERS))).multiPart("rename", "users.username:")
                .post("/v1/migrations").then().statusCode(200).body("changes.type", hasItems("drop_column", "add_column"));
    }

    @Test
    void reportsAHintThatMatchesNothing() {
        form("schema.sql", USERS).multiPart("dialect", "postgresql").multiPart("rename", "nobody:somebody").post("/v1/migrations").then().statusCode(200)
                .body("findings.code", hasItem("DW003")).body("findings[0].message", containsString("nobody:somebody"));
    }

    @Test
    void failsWhereFindingsAreAtTheLimitAndStillAnswersAll() {
        form("schema.sql", USERS).multiPart("dialect", "postgresql").multiPart("rename", "nobody:somebody").multiPart("fail_on", "warn").post("/v1/migrations").then()
                .statusCode(422).contentType(PROBLEM).body("type", endsWith("/policy-failed")).body("errors.size()", equalTo(1))
                .body("findings.code", hasItem("DW003")).body("changes.type", contains("create_table")).body("upgrade.size()", equalTo(1))
                .body("migration.sql", startsWith("-- upgrade")).body("snapshot.version", equalTo("1.0"));
        form("schema.sql", USERS).multiPart("dialect", "postgresql").multiPart("rename", "nobody:somebody").multiPart("fail_on", "critical").post("/v1/migrations").then()
                .statusCode(200);
    }

    @Test
    void refusesASnapshotThatIsNotTheExpectedOne() {
        String snapshot = snapshotOf("postgresql", USERS);
        form("schema.sql", USERS).multiPart(file("snapshot", "s.json", snapshot)).multiPart("expected_parent", "sha256:other").post("/v1/migrations").then()
                .statusCode(409).body("type", endsWith("/snapshot-conflict"));
        String checksum = io.restassured.path.json.JsonPath.from(snapshot).getString("checksum");
        form("schema.sql", USERS).multiPart(file("snapshot", "s.json", snapshot)).multiPart("expected_parent", checksum).post("/v1/migrations").then().statusCode(200);
    }

    @Test
    void refusesASnapshotThatWasChangedByHand() {
        String changed = snapshotOf("postgresql", USERS).replace("VARCHAR(100)", "VARCHAR(99)");
        form("schema.sql", USERS).multiPart(file("snapshot", "s.json", changed)).post("/v1/migrations").then().statusCode(422).contentType(PROBLEM)
                .body("type", endsWith("/invalid-snapshot")).body("errors[0].pointer", equalTo("/snapshot/checksum"));
    }

    @Test
    void refusesASnapshotWithMergeConflictMarkers() {
        form("schema.sql", USERS).multiPart("dialect", "postgresql").multiPart(file("snapshot", "s.json", "{\n<<<<<<< HEAD\n}")).post("/v1/migrations").then()
                .statusCode(422).body("type", endsWith("/invalid-snapshot")).body("errors[0].line", equalTo(2)).body("detail", containsString("merge-conflict"));
    }

    @Test
    void refusesTheSnapshotOfAnotherDatabaseOrDialect() {
        String snapshot = snapshotOf("postgresql", USERS);
        form("schema.sql", USERS).multiPart(file("snapshot", "s.json", snapshot)).multiPart("database", "other").post("/v1/migrations").then()
                .statusCode(422).body("errors[0].pointer", equalTo("/snapshot/database"));
        form("schema.sql", USERS).multiPart(file("snapshot", "s.json", snapshot)).multiPart("dialect", "sqlite").post("/v1/migrations").then()
                .statusCode(422).body("errors[0].pointer", equalTo("/snapshot/dialect"));
    }

    @Test
    void saysWhatIsSupported() {
        migration("{\"dialect\":\"oracle\",\"model\":{}}").statusCode(422).body("type", endsWith("/unsupported")).body("detail", containsString("postgresql"));
        form("models.xyz", "x").multiPart("dialect", "postgresql").post("/v1/migrations").then().statusCode(422).body("detail", containsString("json, yaml, sql"));
        migration("{\"dialect\":\"postgresql\",\"model\":{},\"layout\":\"nothing\"}").statusCode(422).body("detail", containsString("dbwarden"));
        given().contentType("text/plain").body("x").post("/v1/migrations").then().statusCode(415).contentType(PROBLEM).body("supported", hasItem("multipart/form-data"));
        given().contentType("application/json").accept("image/png").body("{}").post("/v1/migrations").then().statusCode(406).contentType(PROBLEM)
                .body("supported", hasItem("application/sql"));
        given().contentType("application/json").body("{}").post("/v1/migrations?format=pdf").then().statusCode(406).body("supported", hasItem("sql"));
    }

    @Test
    void refusesWhatIsNoRequest() {
        migration("{\"model\":").statusCode(400).contentType(PROBLEM).body("type", endsWith("/malformed-request")).body("errors[0].line", equalTo(1));
        migration("{\"dialect\":5,\"model\":{},\"renames\":\"x\"}").statusCode(400).body("errors.pointer", contains("/dialect", "/renames"));
        migration("{\"dialect\":\"postgresql\",\"modell\":{}}").statusCode(400).body("errors.pointer", contains("/modell"));
        migration("{\"model\":{}}").statusCode(400).body("errors.pointer", contains("/dialect"));
        migration("{\"dialect\":\"postgresql\"}").statusCode(400).body("errors.pointer", contains("/model"));
        migration("{\"dialect\":\"postgresql\",\"model\":{},\"renames\":[\"x\"]}").statusCode(400).body("errors.pointer", contains("/renames/0"));
        migration("{\"dialect\":\"postgresql\",\"model\":{},\"fail_on\":\"x\"}").statusCode(400);
        migration("{\"dialect\":\"postgresql\",\"model\":{},\"on_ambiguity\":\"x\"}").statusCode(400);
        migration("{\"dialect\":\"postgresql\",\"model\":{},\"database\":\"../x\"}").statusCode(400).body("errors.pointer", contains("/database"));
        form("m.sql", USERS).multiPart("modell", "x").post("/v1/migrations").then().statusCode(400).body("detail", containsString("modell"));
        given().contentType("multipart/form-data; boundary=b").body("--b\r\nnothing".getBytes(StandardCharsets.UTF_8)).post("/v1/migrations").then().statusCode(400);
    }

    @Test
    void knowsItsPathsAndMethods() {
        given().delete("/v1/migrations").then().statusCode(405).contentType(PROBLEM);
        given().get("/v1/nothing").then().statusCode(404).contentType(PROBLEM).body("type", endsWith("/not-found"));
        given().get("/nothing").then().statusCode(404).contentType(PROBLEM).body("detail", not(containsString("Exception")));
    }

    @Test
    void changesTablesBesideARunningApplication() {
        String snapshot = Requesting.snapshotOf("postgresql", "CREATE TABLE teams (id INT PRIMARY KEY); CREATE TABLE users (id INT PRIMARY KEY, team INT);");
        var request = Requesting.form("schema.sql", """
                CREATE TABLE teams (id INT PRIMARY KEY);
                CREATE TABLE users (id INT PRIMARY KEY, team INT CONSTRAINT users_team REFERENCES teams (id));
                CREATE INDEX users_by_team ON users (team);
                """).multiPart(Requesting.file("snapshot", "model_state.json", snapshot)).multiPart("strategy", "online");
        request.post("/v1/migrations").then().statusCode(200)
                .body("upgrade.sql", hasItems("CREATE INDEX CONCURRENTLY users_by_team ON users (team)", "ALTER TABLE users VALIDATE CONSTRAINT users_team"))
                .body("upgrade.find { it.sql.startsWith('CREATE INDEX') }.transactional", equalTo(false))
                .body("upgrade.find { it.sql.contains('VALIDATE') }.lock", equalTo("SHARE UPDATE EXCLUSIVE"))
                .body("upgrade.find { it.sql.contains('VALIDATE') }.scans_table", equalTo(true))
                .body("rollback.sql", hasItem("DROP INDEX CONCURRENTLY users_by_team"))
                .body("proof.upgrade_reaches_model", equalTo(true)).body("proof.rollback_restores_snapshot", equalTo(true));
    }

    @Test
    void refusesAStrategyThatIsNone() {
        Requesting.form("schema.sql", "CREATE TABLE t (id INT);").multiPart("dialect", "sqlite").multiPart("strategy", "online").post("/v1/migrations")
                .then().statusCode(422).body("type", containsString("unsupported")).body("errors[0].pointer", equalTo("/strategy"));
        Requesting.form("schema.sql", "CREATE TABLE t (id INT);").multiPart("dialect", "postgresql").multiPart("strategy", "fast").post("/v1/migrations")
                .then().statusCode(400).body("errors[0].fix", containsString("online"));
    }
}
