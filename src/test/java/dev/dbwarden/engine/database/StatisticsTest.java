package dev.dbwarden.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.dialect.Scope;
import dev.dbwarden.engine.dialect.TableStatistics;
import dev.dbwarden.engine.schema.ObjectName;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How big tables are, by the catalogs of real databases. */
class StatisticsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"postgresql | ANALYZE", "mariadb | ANALYZE TABLE users", "sqlite | ANALYZE"})
    void areThoseThatTheServerKnows(String dialect, String analyze) throws SQLException {
        try (TestDatabase database = TestDatabase.open(dialect)) {
            database.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, name VARCHAR(50))");
            database.execute("CREATE TABLE hidden (id INTEGER PRIMARY KEY)");
            database.execute("CREATE INDEX users_name ON users (name)");
            database.execute("INSERT INTO users WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900) SELECT i, 'somebody' FROM n");
            database.execute(analyze);
            TableStatistics users = read(dialect, database, new Scope(List.of(), List.of(), List.of("hid*"))).get(ObjectName.of("users"));
            assertThat(users.estimatedRows()).isBetween(850L, 950L);
            assertThat(users.bytes()).satisfiesAnyOf(bytes -> assertThat(bytes).isGreaterThan(40_000), bytes -> assertThat(dialect).isEqualTo("sqlite"));
            assertThat(read(dialect, database, new Scope(List.of(), List.of(), List.of("hid*")))).containsOnlyKeys(ObjectName.of("users"));
        }
    }

    @Test
    void areNotKnownBeforeTheServerHasLooked() throws SQLException {
        try (TestDatabase database = TestDatabase.open("postgresql")) {
            database.execute("CREATE TABLE users (id INTEGER PRIMARY KEY)");
            assertThat(read("postgresql", database, Scope.ALL)).containsExactly(Map.entry(ObjectName.of("users"), new TableStatistics(-1, 8192)));
        }
        try (TestDatabase database = TestDatabase.open("sqlite")) {
            database.execute("CREATE TABLE users (id INTEGER PRIMARY KEY)");
            assertThat(read("sqlite", database, Scope.ALL)).isEmpty();
        }
    }

    /** A partitioned table is as big as its partitions. */
    @Test
    void areOfAllPartitions() throws SQLException {
        try (TestDatabase database = TestDatabase.open("postgresql")) {
            database.run("CREATE TABLE app (id INTEGER) PARTITION BY RANGE (id); CREATE TABLE app_1 PARTITION OF app FOR VALUES FROM (0) TO (500);"
                    + "CREATE TABLE app_2 PARTITION OF app FOR VALUES FROM (500) TO (1000); INSERT INTO app SELECT generate_series(0, 999); ANALYZE");
            Map<ObjectName, TableStatistics> found = read("postgresql", database, Scope.ALL);
            assertThat(found.get(ObjectName.of("app")).estimatedRows()).isEqualTo(1000);
            assertThat(found.get(ObjectName.of("app")).bytes()).isEqualTo(found.get(ObjectName.of("app_1")).bytes() + found.get(ObjectName.of("app_2")).bytes());
        }
    }

    private static Map<ObjectName, TableStatistics> read(String dialect, TestDatabase database, Scope scope) throws SQLException {
        return Dialects.find(dialect).orElseThrow().introspector().statistics(database.connection(), scope);
    }
}
