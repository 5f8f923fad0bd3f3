package dev.dbwarden.engine.dialect.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbwarden.engine.database.ClickhouseDatabase;
import dev.dbwarden.engine.database.TestDatabase;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.dialect.Introspection;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.Scope;
import dev.dbwarden.engine.migration.Migrations;
import dev.dbwarden.engine.schema.Schema;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalog's queries on the engine: what is read from a database is what was read from the DDL that made it. */
class ClickhouseIntrospectionTest {
    private static final String DDL = """
            CREATE FUNCTION twice AS x -> x * 2;
            CREATE TABLE t (id UInt64, name VARCHAR(20) NULL, at TIMESTAMP DEFAULT NOW(), price DECIMAL(10,2) DEFAULT 1.50 COMMENT 'it''s', kind Enum('a','b') CODEC(ZSTD),
                j JSON(max_dynamic_paths=16, a.b UInt32), n Nested(x UInt8, y String), w UInt8 MATERIALIZED id + 1, e UInt8 EPHEMERAL 3, v Variant(String, UInt8),
                INDEX i name TYPE bloom_filter() GRANULARITY 2, INDEX j2 (id, lower(name)) TYPE minmax, CONSTRAINT c CHECK id > 0 AND name <> '',
                PROJECTION p (SELECT id, COUNT(*) GROUP BY id))
            ENGINE = MergeTree() PARTITION BY toYYYYMM(at) PRIMARY KEY id ORDER BY (id, at) TTL at + INTERVAL 1 MONTH DELETE, at + INTERVAL 2 DAY TO VOLUME 'default'
            SETTINGS min_bytes_for_wide_part = 0 COMMENT 'all';
            CREATE TABLE r (id UInt64, version UInt64) ENGINE = ReplacingMergeTree(version) ORDER BY tuple(id);
            CREATE TABLE b (a UInt8) ENGINE = Buffer(default, t, 16, 10, 100, 10000, 1000000, 10000000, 100000000);
            CREATE TABLE mg (id UInt64) ENGINE = Merge(currentDatabase(), '^(t|r)$');
            CREATE TABLE bu (id UInt64) ENGINE = Buffer(currentDatabase(), 'r', 16, 10, 100, 10000, 1000000, 10000000, 100000000);
            CREATE VIEW v AS select t.id, case when name = 'x' then 1 else 2 end k, CAST(id AS String) s, id::UInt8 u, arrayMap(x -> x || 'a', [name]) m
                from t left outer join r as o using (id) where at between now() - interval 1 day and now() and not id in (select id from r) order by 1 asc, k desc limit 3;
            CREATE MATERIALIZED VIEW m TO r AS SELECT id, 1 AS version FROM t WHERE kind = 'a';
            CREATE MATERIALIZED VIEW own ENGINE = SummingMergeTree ORDER BY id POPULATE AS SELECT id, count() AS n FROM t GROUP BY id;
            CREATE DICTIONARY d (id UInt64, version UInt64 DEFAULT 0) PRIMARY KEY id SOURCE(clickhouse(table 'r' password 'secret')) LAYOUT(flat()) LIFETIME(300);
            """;

    @Test
    void exportsWhatItWasMadeFrom() {
        if (!ClickhouseDatabase.present("the export of ClickHouse")) {
            return;
        }
        var dialect = (Clickhouse) Dialects.find("clickhouse").orElseThrow();
        Reading model = dialect.read(DDL, Schema.EMPTY);
        assertThat(model.problems()).isEmpty();
        try (TestDatabase database = ClickhouseDatabase.opened()) {
            database.run(DDL);
            Introspection found = read(database, Scope.ALL);
            assertThat(found.problems()).isEmpty();
            assertThat(Migrations.between(found.schema(), model.schema(), List.of(), dialect).changes()).isEmpty();
        }
    }

    @Test
    void readsTheDatabaseOfTheConnectionWithoutItsName() {
        if (!ClickhouseDatabase.present("the export of ClickHouse from another database than the default one")) {
            return;
        }
        try (TestDatabase database = ClickhouseDatabase.opened()) {
            database.run("CREATE DATABASE shop; CREATE TABLE t (a UInt8) ENGINE = Memory; USE shop; CREATE TABLE t (b UInt8) ENGINE = Memory; CREATE VIEW v AS SELECT b FROM shop.t; CREATE TABLE m (b UInt8) ENGINE = Merge(currentDatabase(), '^t$')");
            Introspection found = read(database, Scope.ALL);
            assertThat(found.problems()).isEmpty();
            assertThat(found.schema()).isEqualTo(
                    Dialects.find("clickhouse").orElseThrow().read("CREATE TABLE t (b UInt8) ENGINE = Memory; CREATE VIEW v AS SELECT b FROM t; CREATE TABLE m (b UInt8) ENGINE = Merge(currentDatabase(), '^t$')", Schema.EMPTY).schema());
        }
    }

    private static Introspection read(TestDatabase database, Scope scope) {
        List<String> session = rows(database, ClickhouseIntrospector.SESSION).getFirst();
        return new ClickhouseIntrospector(new Clickhouse()).introspection(session.getFirst(), session.getLast(), rows(database, ClickhouseIntrospector.OBJECTS), scope);
    }

    private static List<List<String>> rows(TestDatabase database, String sql) {
        return database.query(sql).stream().map(line -> Arrays.asList(line.split(" \\| ", 3))).map(List::copyOf).toList();
    }
}
