package dev.dbwarden.service.rest;

import static dev.dbwarden.service.rest.Requesting.file;
import static dev.dbwarden.service.rest.Requesting.form;
import static dev.dbwarden.service.rest.Requesting.json;
import static dev.dbwarden.service.rest.Requesting.snapshotOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Snapshots of two branches. */
@QuarkusTest
class MergeResourceTest {
    private static final String BASE = "CREATE TABLE users (id INTEGER PRIMARY KEY, email VARCHAR(100)); CREATE TABLE posts (id INTEGER PRIMARY KEY, title TEXT);";

    @Test
    void appliesWhatBothSidesDid() {
        String ours = BASE.replace("email", "phone TEXT, email");
        String theirs = BASE.replace("title TEXT", "title VARCHAR(80)") + "CREATE TABLE tags (id INTEGER PRIMARY KEY, post INTEGER REFERENCES posts (id));";
        merge(BASE, ours, theirs).statusCode(200).body("tables.users.columns.phone.type", equalTo("TEXT")).body("tables.posts.columns.title.type", equalTo("VARCHAR(80)"))
                .body("tables.tags.foreign_keys.size()", equalTo(1));
    }

    @Test
    void givesBackTheSideThatMovedAsItCame() {
        String base = snapshotOf("postgresql", BASE);
        String moved = snapshotOf("postgresql", BASE + "CREATE VIEW v AS SELECT id FROM posts;");
        parts(base, base, moved).statusCode(200).body(equalTo(moved));
        parts(base, moved, base).statusCode(200).body(equalTo(moved));
        parts(base, moved, moved).statusCode(200).body(equalTo(moved));
    }

    @Test
    void takesJsonToo() {
        String base = snapshotOf("postgresql", BASE);
        String ours = snapshotOf("postgresql", BASE + "CREATE TABLE a (id INTEGER);");
        String theirs = snapshotOf("postgresql", BASE + "CREATE TABLE b (id INTEGER);");
        json("/v1/snapshots/merge", "{\"base\":%s,\"ours\":%s,\"theirs\":%s}".formatted(base, ours, theirs)).statusCode(200)
                .body("tables.keySet()", hasItem("a")).body("tables.keySet()", hasItem("b"));
    }

    @Test
    void needsNoBase() {
        given().multiPart(file("ours", "o", snapshotOf("postgresql", "CREATE TABLE a (id INTEGER);"))).multiPart(file("theirs", "t", snapshotOf("postgresql", "CREATE TABLE b (id INTEGER);")))
                .post("/v1/snapshots/merge").then().statusCode(200).body("tables.keySet()", hasItem("b"));
    }

    @Test
    void namesWhatBothAlteredDifferently() {
        merge(BASE, BASE.replace("VARCHAR(100)", "TEXT"), BASE.replace("VARCHAR(100)", "VARCHAR(100) NOT NULL")).statusCode(409).contentType(Requesting.PROBLEM)
                .body("type", endsWith("/snapshot-conflict")).body("conflicts.type", contains("altered_differently"))
                .body("conflicts[0].table", equalTo("users")).body("conflicts[0].column", equalTo("email"))
                .body("conflicts[0].ours[0]", equalTo("alter column users.email: type VARCHAR(100) -> TEXT")).body("conflicts[0].theirs[0]", equalTo("alter column users.email: not null"))
                .body("conflicts[0].ways_out", hasItem(containsString("POST /v1/migrations")));
    }

    /** A table's comment and each of its options are things of their own. */
    @Test
    void doesNotTakeOtherAttributesForTheSame() {
        merge(BASE, BASE + "COMMENT ON TABLE users IS 'people';", BASE + "ALTER TABLE users ENABLE ROW LEVEL SECURITY;").statusCode(200)
                .body("tables.users.comment", equalTo("people")).body("tables.users.options.size()", equalTo(1));
        merge(BASE, BASE + "COMMENT ON TABLE users IS 'people';", BASE + "COMMENT ON TABLE users IS 'persons';").statusCode(409).body("conflicts.type", contains("altered_differently"));
        String base = "CREATE TABLE e (id UInt64, at DateTime) ENGINE = MergeTree ORDER BY id;";
        parts(snapshotOf("clickhouse", base), snapshotOf("clickhouse", base.replace(", at DateTime", "").replace(";", " COMMENT 'events';")), snapshotOf("clickhouse", base.replace(";", " TTL at + INTERVAL 1 DAY;")))
                .statusCode(409).body("conflicts.type", contains("dropped_but_used")).body("conflicts[0].column", equalTo("at"));
    }

    @Test
    void namesWhatOneDroppedAndTheOtherUses() {
        String dropped = "CREATE TABLE users (id INTEGER PRIMARY KEY, email VARCHAR(100));";
        merge(BASE, dropped, BASE + "CREATE TABLE tags (post INTEGER REFERENCES posts (id));").statusCode(409)
                .body("conflicts.type", contains("dropped_but_used")).body("conflicts[0].table", equalTo("posts"));
        merge(BASE, BASE.replace(", title TEXT", ""), BASE + "CREATE VIEW titles AS SELECT title FROM posts;").statusCode(409)
                .body("conflicts.type", contains("dropped_but_used")).body("conflicts[0].column", equalTo("title")).body("conflicts[0].theirs", contains("create view titles"));
        merge(BASE, dropped, BASE.replace("title TEXT", "title TEXT, body TEXT")).statusCode(409).body("conflicts.type", contains("dropped_but_used"));
        merge(BASE, dropped, BASE.replace("title TEXT", "title VARCHAR(9)")).statusCode(409).body("conflicts.type", contains("altered_and_dropped"));
    }

    @Test
    void namesWhatBothMadeDifferently() {
        merge(BASE, BASE + "CREATE TABLE a (id INTEGER);", BASE + "CREATE TABLE a (id BIGINT);").statusCode(409).body("conflicts.type", contains("added_differently"));
        merge(BASE, BASE + "CREATE TABLE a (id INTEGER);", BASE + "CREATE VIEW a AS SELECT id FROM users;").statusCode(409)
                .body("conflicts.type", contains("added_differently")).body("conflicts[0].table", equalTo("a"));
        merge(BASE, BASE + "CREATE INDEX i ON users (email);", BASE + "CREATE INDEX i ON users (email, id);").statusCode(409).body("conflicts[0].object", equalTo("i"));
    }

    /** Of a name that two tables' indexes may not share, both sides' changes are told as of one that both made in one place. */
    @Test
    void knowsTheTableThatAMaterializedViewWritesTo() {
        String base = "CREATE TABLE e (id UInt64) ENGINE = MergeTree ORDER BY id; CREATE TABLE sink (id UInt64) ENGINE = MergeTree ORDER BY id;";
        parts(snapshotOf("clickhouse", base), snapshotOf("clickhouse", base.substring(0, base.indexOf(';') + 1)), snapshotOf("clickhouse", base + "CREATE MATERIALIZED VIEW v TO sink AS SELECT id FROM e;"))
                .statusCode(409).body("conflicts.type", contains("dropped_but_used")).body("conflicts[0].table", equalTo("sink"));
    }

    @Test
    void namesWhatDoesNotFitTogether() {
        merge(BASE, BASE + "CREATE INDEX i ON users (email); CREATE INDEX j ON users (id);", BASE + "CREATE TABLE other (id INTEGER); CREATE INDEX i ON posts (title);").statusCode(409)
                .body("conflicts.type", contains("added_differently")).body("conflicts[0].object", equalTo("i")).body("conflicts[0].table", equalTo("users"))
                .body("conflicts[0].ours", contains("create index users.i (email)")).body("conflicts[0].theirs", contains("create index posts.i (title)"));
        String views = BASE + "CREATE VIEW a AS SELECT id FROM users; CREATE VIEW b AS SELECT id FROM users; CREATE VIEW over AS SELECT id FROM b;";
        merge(views, BASE + "CREATE VIEW b AS SELECT id FROM users; CREATE VIEW a AS SELECT id FROM b; CREATE VIEW over AS SELECT id FROM b;",
                BASE + "CREATE VIEW a AS SELECT id FROM users; CREATE VIEW b AS SELECT id FROM a; CREATE VIEW over AS SELECT id FROM b;").statusCode(409)
                .body("conflicts.type", contains("does_not_fit")).body("conflicts[0].object", equalTo("a")).body("conflicts[0].message", containsString("circle"))
                .body("conflicts[0].theirs", contains("drop view b", "create view b"));
    }

    @Test
    void knowsWhoUsesALabelThatIsGone() {
        String base = "CREATE TYPE mood AS ENUM ('a', 'b');" + BASE.replace("email", "m mood, email");
        String dropped = base.replace(", 'b'", "");
        for (String used : List.of(base.replace("m mood", "m mood DEFAULT 'b'"), base.replace("m mood", "m mood CHECK (m <> 'b')"), base + "CREATE VIEW v AS SELECT id FROM users WHERE m = 'b';")) {
            merge(base, dropped, used).statusCode(409).body("conflicts.type", contains("dropped_but_used")).body("conflicts[0].object", equalTo("mood"));
            merge(base, used, dropped).statusCode(409).body("conflicts.type", contains("dropped_but_used"));
        }
        merge(base, dropped, base.replace("m mood", "m mood DEFAULT 'a'")).statusCode(200);
    }

    @Test
    void takesARenameForADropAndAnAdd() {
        merge(BASE, BASE.replace("email", "mail"), BASE.replace("email VARCHAR(100)", "email TEXT")).statusCode(409)
                .body("conflicts.type", contains("altered_and_dropped")).body("conflicts[0].ways_out[0]", containsString("rename"));
    }

    @Test
    void asksWhichOfTwoNewNamesItIs() {
        merge(BASE, BASE.replace("email", "mail"), BASE.replace("email", "e_mail")).statusCode(409)
                .body("conflicts.type", contains("renamed_differently")).body("conflicts[0].column", equalTo("email"))
                .body("conflicts[0].ours", contains("drop column users.email", "add column users.mail VARCHAR(100)")).body("conflicts[0].ways_out[0]", containsString("one name"));
        merge(BASE, BASE.replace("posts", "articles"), BASE.replace("posts", "entries")).statusCode(409).body("conflicts.type", contains("renamed_differently")).body("conflicts[0].table", equalTo("posts"));
        merge(BASE, BASE.replace("email", "mail"), BASE.replace("email VARCHAR(100)", "mail VARCHAR(100), phone TEXT")).statusCode(200);
        merge(BASE, BASE.replace(", email VARCHAR(100)", ""), BASE.replace("email", "mail")).statusCode(200);
    }

    @Test
    void asksWhoseMigrationComesSecond() {
        String base = migrated(BASE, null);
        String ours = migrated(BASE + "CREATE TABLE a (id INTEGER);", base);
        String theirs = migrated(BASE + "CREATE TABLE b (id INTEGER);", base);
        parts(base, ours, theirs).statusCode(409).body("conflicts.type", contains("same_number")).body("conflicts[0].ours", contains("migration 0002"));
        second("theirs", base, ours, theirs).statusCode(200).body("revision", equalTo(3)).body("parent", equalTo(checksum(ours)));
        second("ours", base, ours, theirs).statusCode(200).body("revision", equalTo(3)).body("parent", equalTo(checksum(theirs)));
        second("both", base, ours, theirs).statusCode(400);
    }

    @Test
    void keepsTheNumberOfTheOnlySideWithMigrations() {
        String base = migrated(BASE, null);
        String ours = migrated(BASE + "CREATE TABLE a (id INTEGER);", base);
        parts(base, ours, base).statusCode(200).body(equalTo(ours));
        parts(base, ours, ours).statusCode(200).body(equalTo(ours));
    }

    @Test
    void theStaleSideIsToldByItsParent() {
        String base = migrated(BASE, null);
        String merged = second("theirs", base, migrated(BASE + "CREATE TABLE a (id INTEGER);", base), migrated(BASE + "CREATE TABLE b (id INTEGER);", base))
                .extract().asString();
        form("schema.sql", BASE).multiPart(file("snapshot", "s.json", base)).multiPart("expected_parent", checksum(merged)).post("/v1/migrations").then().statusCode(409)
                .body("type", endsWith("/snapshot-conflict")).body("checksum", equalTo(checksum(base)));
    }

    @Test
    void refusesWhatIsNotASnapshotOfOneDatabase() {
        String base = snapshotOf("postgresql", BASE);
        given().multiPart(file("base", "b", base)).multiPart(file("ours", "o", base)).post("/v1/snapshots/merge").then().statusCode(400).body("errors[0].pointer", equalTo("/theirs"));
        parts(base, base, snapshotOf("sqlite", BASE)).statusCode(422).body("errors[0].pointer", equalTo("/theirs/dialect"));
        parts(base, base, base.replace("\"database\": \"primary\"", "\"database\": \"other\"")).statusCode(422).body("errors[0].pointer", equalTo("/theirs/database"));
        parts(base, "<<<<<<< HEAD\n" + base, base).statusCode(422).body("type", endsWith("/invalid-snapshot"));
        parts(base, base, base.replace("VARCHAR(100)", "VARCHAR(101)")).statusCode(422).body("errors[0].pointer", equalTo("/theirs/checksum"));
    }

    @Test
    void keepsTheSizesOfTables() {
        String base = snapshotOf("postgresql", BASE);
        String ours = snapshotOf("postgresql", BASE + "CREATE TABLE a (id INTEGER);").replace("\"users\": {", "\"users\": {\"statistics\": {\"estimated_rows\": 7},");
        String theirs = snapshotOf("postgresql", BASE + "CREATE TABLE b (id INTEGER);").replace("\"posts\": {", "\"posts\": {\"statistics\": {\"estimated_rows\": 8},");
        parts(base, ours, theirs).statusCode(200).body("tables.users.statistics.estimated_rows", equalTo(7)).body("tables.posts.statistics.estimated_rows", equalTo(8));
    }

    @Test
    void givesTheSameBytesForTheSameRequest() {
        String base = snapshotOf("postgresql", BASE);
        String ours = snapshotOf("postgresql", BASE + "CREATE TABLE a (id INTEGER);");
        String theirs = snapshotOf("postgresql", BASE + "CREATE TABLE b (id INTEGER);");
        assertThat(parts(base, ours, theirs).extract().asString()).isEqualTo(parts(base, ours, theirs).extract().asString());
    }

    private static ValidatableResponse merge(String base, String ours, String theirs) {
        return parts(snapshotOf("postgresql", base), snapshotOf("postgresql", ours), snapshotOf("postgresql", theirs));
    }

    private static ValidatableResponse parts(String base, String ours, String theirs) {
        return given().multiPart(file("base", "base.json", base)).multiPart(file("ours", "ours.json", ours)).multiPart(file("theirs", "theirs.json", theirs))
                .post("/v1/snapshots/merge").then();
    }

    private static ValidatableResponse second(String second, String base, String ours, String theirs) {
        return given().multiPart(file("base", "base.json", base)).multiPart(file("ours", "ours.json", ours)).multiPart(file("theirs", "theirs.json", theirs))
                .multiPart("second", second).post("/v1/snapshots/merge").then();
    }

    /** The snapshot after the migration from a snapshot, or from nothing. */
    private static String migrated(String model, String snapshot) {
        var request = form("schema.sql", model).multiPart("dialect", "postgresql").queryParam("format", "snapshot");
        return (snapshot == null ? request : request.multiPart(file("snapshot", "s.json", snapshot))).post("/v1/migrations").then().statusCode(200).extract().asString();
    }

    private static String checksum(String snapshot) {
        return JsonPath.from(snapshot).getString("checksum");
    }
}
