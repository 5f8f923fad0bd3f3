package dev.dbwarden.service.rest;

import static dev.dbwarden.service.rest.Requesting.PROBLEM;
import static dev.dbwarden.service.rest.Requesting.file;
import static dev.dbwarden.service.rest.Requesting.form;
import static dev.dbwarden.service.rest.Requesting.migration;
import static dev.dbwarden.service.rest.Requesting.snapshotOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is refused, and what {@code allow} lets pass by name. */
@QuarkusTest
class PolicyTest {
    private static final String KEPT = "CREATE TABLE kept (id INTEGER PRIMARY KEY);";
    private static final String AUDIT = KEPT + "CREATE TABLE audit_log (id INTEGER PRIMARY KEY);";

    /** What MySQL passes over is said with its place; MariaDB makes the key. */
    @Test
    void saysWhichReferencesTheServerPassesOver() {
        String model = "CREATE TABLE users (id INT PRIMARY KEY);\nCREATE TABLE posts (id INT PRIMARY KEY, a INT,\n  b INT REFERENCES users (id),\n  c INT, FOREIGN KEY (a, c) REFERENCES pairs (a, c));"
                + "CREATE TABLE pairs (a INT, c INT, PRIMARY KEY (a, c));";
        form("schema.sql", model).multiPart("dialect", "mysql").post("/v1/migrations").then().statusCode(200)
                .body("findings.findAll { it.code == 'DW503' }.message", contains(startsWith("schema.sql, line 3: MySQL before 9.0 passes over REFERENCES")));
        form("schema.sql", model).multiPart("dialect", "mariadb").post("/v1/migrations").then().statusCode(200).body("findings.code", not(hasItem("DW503")));
    }

    @Test
    void refusesNothingWhereNothingChanges() {
        from(AUDIT, AUDIT).multiPart("fail_on", "info").multiPart("refuse_irreversible", "true").multiPart("max_dropped_tables", "0")
                .post("/v1/migrations").then().statusCode(200).body("changed", equalTo(false));
    }

    @Test
    void letsPassWhatIsAllowedByName() {
        refused(from(AUDIT, KEPT).multiPart("fail_on", "critical")).body("errors[0].pointer", equalTo("/findings/0"))
                .body("errors[0].fix", containsString("allow it with 'drop_table:audit_log'"));
        from(AUDIT, KEPT).multiPart("fail_on", "critical").multiPart("allow", "drop_table:audit_log").post("/v1/migrations").then().statusCode(200)
                .body("findings.severity", hasItem("CRITICAL"));
        from(AUDIT, KEPT).multiPart("fail_on", "critical").multiPart("allow", "*").post("/v1/migrations").then().statusCode(200);
        refused(from(AUDIT, KEPT).multiPart("fail_on", "critical").multiPart("allow", "drop_table:kept,drop_column:audit_log.id"));
    }

    @Test
    void stillRefusesWhatAnAllowedChangeStandsBeside() {
        String both = KEPT + "CREATE TABLE other (id INTEGER PRIMARY KEY);" + "CREATE TABLE audit_log (id INTEGER PRIMARY KEY);";
        refused(from(both, KEPT).multiPart("fail_on", "critical").multiPart("allow", "drop_table:audit_log")).body("errors.size()", equalTo(1))
                .body("errors[0].message", startsWith("table other"));
    }

    @Test
    void namesColumnsWithTheirTable() {
        String wide = "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);";
        String narrow = "CREATE TABLE users (id INTEGER PRIMARY KEY);";
        from(wide, narrow).multiPart("fail_on", "critical").multiPart("allow", "drop_column:users.email").post("/v1/migrations").then().statusCode(200);
    }

    @Test
    void rebuildsATableOfClickhouseThatLosesRowsOnlyWhereAllowed() {
        String columns = "CREATE TABLE events (id UInt64, at DateTime) ENGINE = ";
        String before = snapshotOf("clickhouse", columns + "MergeTree ORDER BY id;");
        Supplier<RequestSpecification> collapsing = () -> form("schema.sql", columns + "ReplacingMergeTree(at) ORDER BY id;").multiPart(file("snapshot", "s.json", before));
        collapsing.get().post("/v1/migrations").then().statusCode(422).contentType(PROBLEM).body("type", endsWith("/unsupported"))
                .body("errors[0].fix", containsString("rebuild_table:events"));
        collapsing.get().multiPart("allow", "rebuild_table:other").post("/v1/migrations").then().statusCode(422);
        collapsing.get().multiPart("allow", "rebuild_table:events").post("/v1/migrations").then().statusCode(200)
                .body("findings.code", hasItem("DW701")).body("upgrade.sql", hasItem(startsWith("EXCHANGE TABLES")));
    }

    @Test
    void dropsAnAttributeThatColumnsHoldOnlyWhereAllowed() {
        String table = "CREATE TABLE people (home address);";
        Supplier<RequestSpecification> dropping = () -> from("CREATE TYPE address AS (street text, zip integer);" + table, "CREATE TYPE address AS (street text);" + table);
        dropping.get().post("/v1/migrations").then().statusCode(422).body("errors[0].fix", containsString("alter_type:address"));
        dropping.get().multiPart("allow", "alter_type:address").post("/v1/migrations").then().statusCode(200).body("changes.reversibility", hasItem("structure_only"));
    }

    @Test
    void refusesWhatDoesNotComeBack() {
        refused(from(AUDIT, KEPT).multiPart("refuse_irreversible", "true")).body("errors[0].pointer", equalTo("/changes/0"))
                .body("errors[0].fix", containsString("drop_table:audit_log"));
        from(AUDIT, KEPT).multiPart("refuse_irreversible", "true").multiPart("allow", "drop_table:audit_log").post("/v1/migrations").then().statusCode(200);
        from(KEPT, AUDIT).multiPart("refuse_irreversible", "true").post("/v1/migrations").then().statusCode(200);
    }

    @Test
    void refusesToDropMostTablesAtOnce() {
        refused(from(tables(6), KEPT)).body("findings.code", hasItem("DW004")).body("errors[0].message", equalTo("6 of 6 tables are dropped"))
                .body("upgrade.sql", hasItem("DROP TABLE t1")).body("rollback.size()", equalTo(7));
        from(tables(6), KEPT).multiPart("allow", "*").post("/v1/migrations").then().statusCode(200);
        String all = IntStream.range(0, 6).mapToObj(i -> "drop_table:t" + i).collect(Collectors.joining(","));
        from(tables(6), KEPT).multiPart("allow", all).post("/v1/migrations").then().statusCode(200);
        from(tables(4), KEPT).post("/v1/migrations").then().statusCode(200).body("findings.code", not(hasItem("DW004")));
    }

    @Test
    void dropsAsManyTablesAsTheRequestSays() {
        refused(from(AUDIT, KEPT).multiPart("max_dropped_tables", "0")).body("findings.code", hasItem("DW004"));
        from(AUDIT, KEPT).multiPart("max_dropped_tables", "1").post("/v1/migrations").then().statusCode(200);
        from(tables(6), KEPT).multiPart("max_dropped_tables", "6").post("/v1/migrations").then().statusCode(200);
    }

    @Test
    void tellsWhatIsNoPolicy() {
        migration("{\"dialect\":\"postgresql\",\"model\":{},\"allow\":[\"*\",\"audit_log\"]}").statusCode(400).body("errors.pointer", contains("/allow/1"));
        migration("{\"dialect\":\"postgresql\",\"model\":{},\"refuse_irreversible\":\"x\",\"max_dropped_tables\":-1}").statusCode(400)
                .body("errors.pointer", contains("/refuse_irreversible", "/max_dropped_tables"));
        form("m.sql", KEPT).multiPart("dialect", "postgresql").multiPart("refuse_irreversible", "yes").post("/v1/migrations").then().statusCode(400);
        form("m.sql", KEPT).multiPart("dialect", "postgresql").multiPart("max_dropped_tables", "many").post("/v1/migrations").then().statusCode(400);
    }

    private static ValidatableResponse refused(RequestSpecification request) {
        return request.post("/v1/migrations").then().statusCode(422).contentType(PROBLEM).body("type", endsWith("/policy-failed"))
                .body("snapshot.version", equalTo("1.0")).body("migration.sql", startsWith("-- upgrade"));
    }

    private static RequestSpecification from(String before, String after) {
        return form("schema.sql", after).multiPart(file("snapshot", "s.json", snapshotOf("postgresql", before))).multiPart("on_ambiguity", "drop_and_add");
    }

    private static String tables(int count) {
        return IntStream.range(0, count).mapToObj(i -> "CREATE TABLE t" + i + " (id INTEGER PRIMARY KEY);").collect(Collectors.joining());
    }
}
