package dev.dbwarden.service.rest;

import static dev.dbwarden.service.rest.Requesting.SNAPSHOT;
import static dev.dbwarden.service.rest.Requesting.file;
import static dev.dbwarden.service.rest.Requesting.form;
import static dev.dbwarden.service.rest.Requesting.json;
import static dev.dbwarden.service.rest.Requesting.snapshotOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SnapshotResourceTest {
    private static final String OLD = """
            {"_warning": "x", "format_version": 2, "exported_at": "2026-01-01T00:00:00Z", "dbwarden_version": "0.17.2",
             "tables": {
               "parents": {"name": "parents", "object_type": "table", "comment": null, "backend": null, "backend_table_spec": {}, "schema": null,
                 "columns": {"id": {"name": "id", "type": "INTEGER", "nullable": false, "primary_key": true, "unique": false, "default": null,
                   "foreign_key": null, "comment": null, "autoincrement": null, "pg_column": {}, "ch_column": {}, "my_column": {}, "sq_column": {}}},
                 "indexes": [], "foreign_keys": [], "checks": [], "uniques": []},
               "children": {"name": "children", "object_type": "table", "comment": "kids", "backend_table_spec": {},
                 "columns": {"id": {"name": "id", "type": "INTEGER", "nullable": false, "primary_key": true},
                   "parent_id": {"name": "parent_id", "type": "INTEGER", "nullable": true, "foreign_key": "parents(id)"},
                   "name": {"name": "name", "type": "VARCHAR(20)", "nullable": false, "default": "'x'"}}}},
             "indexes": {"ix_children_name": {"table": "children", "name": "ix_children_name", "columns": ["name"], "unique": false}},
             "constraints": {
               "children:foreign_key:0": {"type": "foreign_key", "table": "children", "columns": ["parent_id"], "referenced_table": "parents",
                 "referenced_columns": ["id"], "on_delete": "CASCADE", "on_update": "NO ACTION", "deferrable": false},
               "children:unique:uq_children_name": {"type": "unique", "table": "children", "name": "uq_children_name", "columns": ["name"]},
               "children:check:ck_children_name": {"type": "check", "table": "children", "name": "ck_children_name", "expression": "name <> ''"}},
             "enums": {}}
            """;
    private static final String OLD_AS_SQL = """
            CREATE TABLE parents (id INTEGER PRIMARY KEY);
            CREATE TABLE children (
                id INTEGER PRIMARY KEY,
                parent_id INTEGER REFERENCES parents (id) ON DELETE CASCADE,
                name VARCHAR(20) NOT NULL DEFAULT 'x',
                CONSTRAINT uq_children_name UNIQUE (name),
                CONSTRAINT ck_children_name CHECK (name <> '')
            );
            CREATE INDEX ix_children_name ON children (name);
            COMMENT ON TABLE children IS 'kids';
            """;

    @Test
    void tellsHowManyStatementsHoldNoSchema() {
        form("schema.sql", "SET client_encoding = 'UTF8'; CREATE TABLE t (id INTEGER); INSERT INTO t VALUES (1); INSERT INTO t VALUES (2);")
                .multiPart("dialect", "postgresql").post("/v1/snapshots").then().statusCode(200).header("Warden-Passed-Over", equalTo("3"));
    }

    /** Texts and options of a document become SQL as they are. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"tables":{"t":{"columns":{"a":{"type":"INTEGER","default":"1, b INT"}}}}}                                                 | /model/tables/t/columns/a/default
            {"tables":{"t":{"columns":{"a":{"type":"INTEGER","default":"1 -- x"}}}}}                                                   | /model/tables/t/columns/a/default
            {"tables":{"t":{"columns":{"a":{"type":"INTEGER"}},"checks":["a > 0; DROP TABLE t"]}}}                                     | /model/tables/t/checks/0
            {"tables":{"t":{"columns":{"a":{"type":"INTEGER","options":{"colour":"red"}}}}}}                                           | /model/tables/t
            {"tables":{"t":{"columns":{"a":{"type":"INTEGER"}},"options":{"colour":"red"}}}}                                           | /model/tables/t
            {"tables":{"t":{"columns":{"a":{"type":"INTEGER"}},"indexes":[{"name":"i","columns":["a"],"method":"gin; DROP TABLE t"}]}}} | /model/tables/t
            {"views":{"v":{"query":"SELECT 1; DROP TABLE t"}}}                                                                         | /model/views/v/query
            {"objects":[{"kind":"function","name":"f","definition":"CREATE BANANA f"}]}                                                | /model/objects/0
            {"objects":[{"kind":"type; DROP TABLE t","name":"f","definition":"CREATE TYPE f"}]}                                        | /model/objects/0/kind
            """)
    void refusesWhatIsSomethingElseAsSql(String model, String pointer) {
        for (String path : List.of("/v1/snapshots", "/v1/migrations")) {
            json(path, "{\"dialect\":\"postgresql\",\"model\":" + model + "}").statusCode(422).body("type", endsWith("/invalid-model")).body("errors.pointer", everyItem(equalTo(pointer)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void writesOneColumnALine(String dialect) {
        String snapshot = snapshotOf(dialect, "CREATE TABLE t (id INTEGER PRIMARY KEY, name VARCHAR(10) NOT NULL DEFAULT 'x'); CREATE INDEX i ON t (name DESC);");
        assertThat(snapshot).startsWith("{\n  \"version\": \"1.0\",\n  \"database\": \"primary\",\n  \"dialect\": \"" + dialect + "\",\n  \"checksum\": \"sha256:")
                .contains("\n        \"name\": {\"type\": \"VARCHAR(10)\", \"nullable\": false, \"default\": \"'x'\"}\n").endsWith("\n}\n");
        given().contentType("application/json").body("{\"snapshot\":" + snapshot + "}").post("/v1/snapshots").then().statusCode(200).body(equalTo(snapshot));
    }

    @Test
    void computesAChecksumThatDoesNotDependOnOrder() {
        String one = snapshotOf("postgresql", "CREATE TABLE a (x INTEGER, y TEXT CHECK (y <> '')); CREATE TABLE b (z INTEGER);");
        String other = snapshotOf("postgresql", "CREATE TABLE b (z int); CREATE TABLE a (y TEXT CHECK ((y <> '')), x INTEGER);");
        assertThat(checksum(one)).isEqualTo(checksum(other)).startsWith("sha256:");
        assertThat(checksum(snapshotOf("postgresql", "CREATE TABLE b (z bigint);"))).isNotEqualTo(checksum(one));
    }

    @Test
    void liftsASnapshotWithoutAChecksum() {
        given().multiPart(file("snapshot", "s.json", SNAPSHOT)).multiPart("dialect", "postgresql").post("/v1/snapshots").then().statusCode(200)
                .body("version", equalTo("1.0")).body("exported_at", equalTo("2025-01-15T10:30:00")).body("checksum", startsWith("sha256:"))
                .body("tables.users.columns.id.primary_key", equalTo(true)).body("tables.users.columns.email.unique", equalTo(true));
    }

    @Test
    void liftsTheStateOfDbwarden() {
        String lifted = given().multiPart(file("snapshot", "model_state.json", OLD)).multiPart("dialect", "postgresql").post("/v1/snapshots").then().statusCode(200)
                .body("exported_at", equalTo("2026-01-01T00:00:00Z")).extract().asString();
        form("schema.sql", OLD_AS_SQL).multiPart(file("snapshot", "s.json", lifted)).post("/v1/migrations").then().statusCode(200).body("changes.summary", equalTo(java.util.List.of()));
        form("schema.sql", OLD_AS_SQL).multiPart("dialect", "postgresql").multiPart(file("snapshot", "s.json", OLD)).post("/v1/migrations").then().statusCode(200)
                .body("changed", equalTo(false)).body("snapshot.version", equalTo("1.0"));
    }

    @Test
    void liftsTheFirstStateOfDbwarden() {
        String old = """
                {"format_version": 1, "tables": {"t": {"columns": {"id": {"type": "INTEGER", "nullable": false, "primary_key": true}, "n": {"type": "TEXT"}},
                  "indexes": [{"name": "i", "columns": ["n"], "unique": true}], "uniques": [], "checks": [{"name": "c", "sql_expression": "id > 0"}], "foreign_keys": []}}}
                """;
        given().multiPart(file("snapshot", "s.json", old)).multiPart("dialect", "postgresql").post("/v1/snapshots").then().statusCode(200)
                .body("tables.t.indexes[0].unique", equalTo(true)).body("tables.t.checks[0].expression", equalTo("id > 0"));
    }

    @Test
    void saysWhatItCannotLift() {
        String old = OLD.replace("\"backend_table_spec\": {}", "\"backend_table_spec\": {\"pg_fillfactor\": 70}");
        given().multiPart(file("snapshot", "s.json", old)).multiPart("dialect", "postgresql").post("/v1/snapshots").then().statusCode(422)
                .body("type", endsWith("/invalid-snapshot")).body("errors.pointer", hasItem("/snapshot/tables/parents/backend_table_spec/pg_fillfactor"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "name": "uq_children_name", | "nulls_not_distinct": true, | /snapshot/constraints/children:unique:uq_children_name/nulls_not_distinct
            "deferrable": false         | "initially": "DEFERRED"     | /snapshot/constraints/children:foreign_key:0/initially
            "unique": false}            | "nulls_not_distinct": true} | /snapshot/indexes/ix_children_name/nulls_not_distinct
            "comment": "kids",          | "partition_by": "id",       | /snapshot/tables/children/partition_by
            """)
    void doesNotLiftAStateWithoutAPartOfIt(String said, String instead, String pointer) {
        given().multiPart(file("snapshot", "s.json", OLD.replace(said, instead))).multiPart("dialect", "postgresql").post("/v1/snapshots").then().statusCode(422)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void refusesVersionsThatItDoesNotKnow() {
        json("/v1/snapshots", "{\"dialect\":\"postgresql\",\"snapshot\":{\"version\":\"9.0\",\"tables\":{}}}").statusCode(422).body("errors[0].pointer", equalTo("/snapshot/version"));
        json("/v1/snapshots", "{\"dialect\":\"postgresql\",\"snapshot\":{\"format_version\":9,\"tables\":{}}}").statusCode(422);
        json("/v1/snapshots", "{\"dialect\":\"postgresql\",\"snapshot\":{\"tables\":{}}}").statusCode(422);
        json("/v1/snapshots", "{\"dialect\":\"postgresql\",\"snapshot\":{\"version\":\"1.0\",\"tables\":{},\"surprise\":1}}").statusCode(422)
                .body("errors[0].pointer", equalTo("/snapshot/surprise"));
    }

    @Test
    void publishesTheJsonSchema() {
        given().get("/v1/snapshots/schema").then().statusCode(200).contentType(startsWith("application/schema+json"))
                .body("properties.version.const", equalTo("1.0")).body("'$defs'.column.required", hasItem("type"));
    }

    private static String checksum(String snapshot) {
        return io.restassured.path.json.JsonPath.from(snapshot).getString("checksum");
    }
}
