package dev.dbwarden.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.dialect.Introspection;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.dialect.Scope;
import dev.dbwarden.engine.migration.Migrations;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the export of MariaDB promises beside being right. */
class MariadbIntrospectionTest {
    private static final Dialect DIALECT = Dialects.find("mariadb").orElseThrow();

    @Test
    void asksAsOftenForManyTablesAsForOne() throws Exception {
        assertThat(queries(60)).isEqualTo(queries(1));
    }

    private static int queries(int tables) throws Exception {
        try (TestDatabase database = TestDatabase.open("mariadb")) {
            for (int i = 0; i < tables; i++) {
                database.execute("CREATE TABLE t" + i + " (id int PRIMARY KEY, n int UNIQUE)");
            }
            int before = asked(database);
            assertThat(introspected(database).schema().tables().count()).isEqualTo(tables);
            return asked(database) - before;
        }
    }

    private static int asked(TestDatabase database) {
        return Integer.parseInt(database.query("SELECT variable_value FROM information_schema.session_status WHERE variable_name = 'QUESTIONS'").getFirst());
    }

    /** As MySQL is by default, and MariaDB where somebody says so. */
    @Test
    void readsWholeWhatTheServerWouldCut() throws Exception {
        String columns = IntStream.range(0, 12).mapToObj(i -> "a_column_with_a_name_that_takes_nearly_all_of_what_is_left_" + i).collect(Collectors.joining(", "));
        String partitions = IntStream.range(1, 60).mapToObj(i -> "PARTITION p_of_the_year_" + i + " VALUES LESS THAN (" + i + ")").collect(Collectors.joining(", "));
        String sql = "CREATE TABLE parent (" + columns.replace(",", " int,") + " int, PRIMARY KEY (" + columns + "));"
                + "CREATE TABLE child (" + columns.replace(",", " int,") + " int, CONSTRAINT parents FOREIGN KEY (" + columns + ") REFERENCES parent (" + columns + "));"
                + "CREATE TABLE parted (id int NOT NULL) PARTITION BY RANGE (id) (" + partitions + ");";
        try (TestDatabase database = TestDatabase.open("mariadb")) {
            database.run(sql);
            database.execute("SET SESSION group_concat_max_len = 1024");
            Introspection found = introspected(database);
            assertThat(found.problems()).isEmpty();
            assertThat(Migrations.between(found.schema(), DIALECT.read(sql, Schema.EMPTY).schema(), List.of(), DIALECT).changes()).isEmpty();
        }
    }

    @Test
    void readsSequencesUnlessTheyAreLeftOut() throws Exception {
        try (TestDatabase database = TestDatabase.open("mariadb")) {
            database.execute("CREATE SEQUENCE numbers NOCACHE");
            database.execute("CREATE TABLE t (id bigint DEFAULT nextval(numbers))");
            Introspection found = introspected(database);
            assertThat(found.problems()).isEmpty();
            assertThat(found.schema().all(Sequence.class)).singleElement().satisfies(sequence -> assertThat(sequence.options()).isEqualTo(Options.of("cache", "0")));
            assertThat(found.schema().all(Table.class).flatMap(table -> table.columns().stream())).singleElement()
                    .satisfies(column -> assertThat(column.defaultValue().orElseThrow().sql()).isEqualTo("nextval(`numbers`)"));
            assertThat(introspected(database, new Scope(List.of(), List.of(), List.of("numbers"))).schema().all(Sequence.class)).isEmpty();
        }
    }

    @Test
    void tellsOfPeriodsUnlessTheirTablesAreLeftOut() throws Exception {
        try (TestDatabase database = TestDatabase.open("mariadb")) {
            database.execute("CREATE TABLE rooms (id int, a date, b date, PERIOD FOR taken (a, b), PRIMARY KEY (id, taken WITHOUT OVERLAPS))");
            database.execute("CREATE TABLE prices (id int PRIMARY KEY, f timestamp(6) AS ROW START, t timestamp(6) AS ROW END, PERIOD FOR SYSTEM_TIME (f, t)) WITH SYSTEM VERSIONING");
            database.execute("CREATE TABLE plain (a date NOT NULL, b date NOT NULL, CONSTRAINT taken CHECK (a < b), c varchar(20) COMMENT 'PERIOD FOR `x` (')");
            assertThat(introspected(database).problems()).extracting(Problem::message).anyMatch(message -> message.startsWith("table rooms is not read: the server has its period taken"))
                    .anyMatch(message -> message.startsWith("table prices is not read: the server has its period SYSTEM_TIME")).noneMatch(message -> message.contains("plain"));
            assertThat(introspected(database, new Scope(List.of(), List.of(), List.of("rooms", "prices"))).problems()).isEmpty();
        }
    }

    private static Introspection introspected(TestDatabase database) throws SQLException {
        return introspected(database, Scope.ALL);
    }

    private static Introspection introspected(TestDatabase database, Scope scope) throws SQLException {
        Connection connection = database.connection();
        try {
            return DIALECT.introspector().introspect(connection, scope);
        } finally {
            connection.rollback();
            connection.setReadOnly(false);
            connection.setAutoCommit(true);
        }
    }
}
