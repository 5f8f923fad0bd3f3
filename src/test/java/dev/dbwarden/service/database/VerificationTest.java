package dev.dbwarden.service.database;

import static dev.dbwarden.service.database.Registered.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A migration that is run on a database made for it. */
@QuarkusTest
@TestProfile(Registered.class)
class VerificationTest {
    private static final String BEFORE = "CREATE TABLE users (id integer PRIMARY KEY, email varchar(200) NOT NULL);";
    private static final String AFTER = "CREATE TABLE users (id integer PRIMARY KEY, email varchar(100) NOT NULL UNIQUE, born date);"
            + "CREATE TABLE posts (id integer PRIMARY KEY, author integer REFERENCES users (id));";
    private static final List<String> STEPS = List.of("create_database", "build_snapshot", "compare_with_snapshot", "run_upgrade", "compare_with_model",
            "run_rollback", "compare_with_snapshot_again", "drop_database");

    @Test
    void runsOnTheEmbeddedDatabaseForAnybody() {
        verify(RestAssured.given(), "sqlite", AFTER, "embedded-sqlite").statusCode(200)
                .body("verification.verified", equalTo(true), "verification.on", equalTo("embedded-sqlite"), "verification.steps.step", equalTo(STEPS),
                        "verification.steps.passed", everyItem(equalTo(true)));
    }

    @Test
    void runsOnARegisteredServerAndLeavesNothingThere() throws Exception {
        verify(as(Registered.VERIFIER_KEY), "postgresql", AFTER, "scratch").statusCode(200)
                .body("verification.verified", equalTo(true), "verification.steps.step", equalTo(STEPS), "verification.server_version", containsString("17"));
        assertThat(scratchDatabases()).isEmpty();
    }

    @Test
    void tellsWhatTheServerRefuses() throws Exception {
        verify(as(Registered.VERIFIER_KEY), "postgresql", AFTER + "CREATE VIEW v AS SELECT no_such_function(id) AS x FROM users;", "scratch").statusCode(200)
                .body("verification.verified", equalTo(false), "verification.steps.find { !it.passed }.step", equalTo("run_upgrade"),
                        "verification.steps.find { !it.passed }.error", containsString("no_such_function"),
                        "verification.steps.find { !it.passed }.statement", containsString("CREATE VIEW"),
                        "findings.code", hasItem("DW007"));
        assertThat(scratchDatabases()).isEmpty();
    }

    @Test
    void failsTheRequestWhereThePolicySaysSo() {
        given("postgresql", AFTER + "CREATE VIEW v AS SELECT no_such_function(id) AS x FROM users;", "scratch").spec(as(Registered.VERIFIER_KEY))
                .multiPart("fail_on", "critical").post("/v1/migrations").then().statusCode(422).body("verification.verified", equalTo(false));
    }

    @Test
    void isNotPartOfAnAnswerThatDoesNotAskForIt() {
        RestAssured.given().multiPart("model", "after.sql", AFTER.getBytes()).multiPart("dialect", "sqlite").post("/v1/migrations")
                .then().statusCode(200).body("verification", nullValue());
    }

    @Test
    void wantsADatabaseOfTheDialect() {
        verify(RestAssured.given(), "postgresql", AFTER, "embedded-sqlite").statusCode(422).body("errors.pointer", contains("/verify"));
    }

    @Test
    void dropsWhatAServiceThatDiedLeftBehindAndNothingElse() throws Exception {
        Registered.execute("postgres", "CREATE DATABASE warden_scratch_1_left");
        Registered.execute("postgres", "CREATE DATABASE warden_scratch_2_held");
        try (var other = Registered.connect("postgres"); var statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtextextended('warden_scratch_2_held', 0))");
            verify(as(Registered.VERIFIER_KEY), "postgresql", AFTER, "scratch").statusCode(200);
            assertThat(scratchDatabases()).containsExactly("warden_scratch_2_held");
        }
        verify(as(Registered.VERIFIER_KEY), "postgresql", AFTER, "scratch").statusCode(200);
        assertThat(scratchDatabases()).isEmpty();
    }

    /** PostgreSQL's locks of a session are of the database that it is in. */
    @Test
    void leavesAloneWhatIsMadeFromAnotherDatabaseOfTheServer() throws Exception {
        Registered.execute("postgres", "CREATE DATABASE warden_scratch_3_elsewhere");
        try (var other = Registered.connect("shop"); var statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtextextended('warden_scratch_3_elsewhere', 0))");
            verify(as(Registered.VERIFIER_KEY), "postgresql", AFTER, "scratch").statusCode(200);
            assertThat(scratchDatabases()).containsExactly("warden_scratch_3_elsewhere");
        }
        verify(as(Registered.VERIFIER_KEY), "postgresql", AFTER, "scratch").statusCode(200);
        assertThat(scratchDatabases()).isEmpty();
    }

    @Test
    void goesOnBesideWhatItMayNotDrop() throws Exception {
        Registered.execute("postgres", "CREATE DATABASE warden_scratch_4_template IS_TEMPLATE true");
        verify(as(Registered.VERIFIER_KEY), "postgresql", AFTER, "scratch").statusCode(200).body("verification.verified", equalTo(true));
        assertThat(scratchDatabases()).containsExactly("warden_scratch_4_template");
        Registered.execute("postgres", "ALTER DATABASE warden_scratch_4_template IS_TEMPLATE false");
        Registered.execute("postgres", "DROP DATABASE warden_scratch_4_template");
    }

    @Test
    void runsOnMariadbAndLeavesNothingThere() throws Exception {
        verify(as(Registered.VERIFIER_KEY), "mariadb", AFTER + "CREATE VIEW v AS SELECT id FROM posts; CREATE TRIGGER t BEFORE INSERT ON posts FOR EACH ROW SET NEW.author = 1;"
                + "CREATE FUNCTION f(a int) RETURNS int DETERMINISTIC BEGIN RETURN a + 1; END; ALTER TABLE users COMMENT 'all', CONVERT TO CHARACTER SET latin1;", "scratch-mariadb").statusCode(200)
                .body("verification.verified", equalTo(true), "verification.steps.step", equalTo(STEPS), "verification.server_version", containsString("MariaDB"));
        verify(as(Registered.VERIFIER_KEY), "mariadb", AFTER + "CREATE TABLE wide (a varchar(20000), KEY k (a));", "scratch-mariadb").statusCode(200)
                .body("verification.verified", equalTo(false), "verification.steps.find { !it.passed }.step", equalTo("run_upgrade"),
                        "verification.steps.find { !it.passed }.statement", containsString("CREATE TABLE wide"), "findings.code", hasItem("DW007"));
        assertThat(scratchDatabasesOfMariadb()).isEmpty();
    }

    @Test
    void dropsWhatAServiceThatDiedLeftBehindOnMariadbAndNothingElse() throws Exception {
        try (var other = Registered.connectToMariadb(); var statement = other.createStatement()) {
            for (String name : List.of("warden_scratch_1_left", "warden_scratch_2_held", "warden_of_somebody")) {
                statement.execute("CREATE DATABASE " + name);
            }
            statement.execute("SELECT GET_LOCK('warden_scratch_2_held', 0)");
            verify(as(Registered.VERIFIER_KEY), "mariadb", AFTER, "scratch-mariadb").statusCode(200);
            assertThat(scratchDatabasesOfMariadb()).containsExactly("warden_of_somebody", "warden_scratch_2_held");
        }
        verify(as(Registered.VERIFIER_KEY), "mariadb", AFTER, "scratch-mariadb").statusCode(200);
        assertThat(scratchDatabasesOfMariadb()).containsExactly("warden_of_somebody");
        try (var other = Registered.connectToMariadb(); var statement = other.createStatement()) {
            statement.execute("DROP DATABASE warden_of_somebody");
        }
    }

    private static ValidatableResponse verify(RequestSpecification caller, String dialect, String after, String on) {
        return given(dialect, after, on).spec(caller).post("/v1/migrations").then();
    }

    private static RequestSpecification given(String dialect, String after, String on) {
        String snapshot = RestAssured.given().multiPart("model", "before.sql", BEFORE.getBytes()).multiPart("dialect", dialect).post("/v1/snapshots").asString();
        return RestAssured.given().multiPart("model", "after.sql", after.getBytes()).multiPart("snapshot", "s.json", snapshot.getBytes()).multiPart("verify", on);
    }

    private static List<String> scratchDatabases() throws Exception {
        try (var connection = Registered.connect("postgres")) {
            return names(connection, "SELECT datname FROM pg_database WHERE datname LIKE 'warden%' ORDER BY 1");
        }
    }

    private static List<String> scratchDatabasesOfMariadb() throws Exception {
        try (var connection = Registered.connectToMariadb()) {
            return names(connection, "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'warden%' ORDER BY 1");
        }
    }

    private static List<String> names(Connection connection, String query) throws Exception {
        try (var statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
