package dev.dbwarden.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.dialect.Strategy;
import dev.dbwarden.engine.migration.Manner;
import dev.dbwarden.engine.migration.Migration;
import dev.dbwarden.engine.migration.Migrations;
import dev.dbwarden.engine.schema.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** An online migration of a PostgreSQL table that others read and write all the while. */
class OnlineTest {
    private static final Dialect POSTGRESQL = Dialects.find("postgresql").orElseThrow();
    private static final String BEFORE = """
            CREATE TABLE teams (id INTEGER PRIMARY KEY);
            CREATE TABLE users (id INTEGER PRIMARY KEY, team INTEGER, email TEXT, name TEXT);
            """;
    private static final String AFTER = """
            CREATE TABLE teams (id INTEGER PRIMARY KEY);
            CREATE TABLE users (id INTEGER PRIMARY KEY, team INTEGER CONSTRAINT in_team REFERENCES teams (id), email TEXT NOT NULL CONSTRAINT one_mail UNIQUE, name TEXT,
                token UUID DEFAULT gen_random_uuid() NOT NULL, CONSTRAINT named CHECK (name <> ''));
            CREATE INDEX users_name ON users (name);
            """;
    /** The time-out of a lock in a script. */
    private static final long LOCK_TIMEOUT = TimeUnit.SECONDS.toNanos(5);
    /** On a machine that has better things to do, every statement may be late. */
    private static final int ROWS = 200_000;

    @Test
    void keepsNobodyWaitingLongerThanTheLocksTimeOut() throws Exception {
        try (TestDatabase database = TestDatabase.open("postgresql"); ExecutorService others = Executors.newFixedThreadPool(2)) {
            database.run(BEFORE);
            database.execute("INSERT INTO teams SELECT generate_series(1, 100)");
            database.execute("INSERT INTO users SELECT i, i % 100 + 1, 'u' || i, 'n' || i FROM generate_series(1, " + ROWS + ") i");
            var over = new AtomicBoolean();
            String url = database.connection().getMetaData().getURL();
            Future<Long> reader = others.submit(waiting(url, "SELECT count(*) FROM users WHERE id < 100", over));
            Future<Long> writer = others.submit(waiting(url, "UPDATE users SET name = name || 'x' WHERE id = 1 + (random() * 1000)::int", over));
            migrate(database);
            over.set(true);
            assertThat(reader.get(1, TimeUnit.MINUTES)).as("the longest that a reader waited").isLessThan(LOCK_TIMEOUT);
            assertThat(writer.get(1, TimeUnit.MINUTES)).as("the longest that a writer waited").isLessThan(LOCK_TIMEOUT);
            assertThat(database.query("SELECT count(*), count(DISTINCT token) FROM users WHERE token IS NOT NULL")).containsExactly(ROWS + " | " + ROWS);
        }
    }

    /** A build that failed has left an invalid index; the script that is run again clears it away. */
    @Test
    void clearsAwayWhatAFailedBuildHasLeft() {
        Migration migration = between("CREATE TABLE t (a INTEGER);", "CREATE TABLE t (a INTEGER); CREATE UNIQUE INDEX t_a ON t (a);");
        try (TestDatabase database = TestDatabase.open("postgresql")) {
            database.run("CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (1), (1)");
            assertThat(failure(migration.upgrade(), database)).contains("could not create unique index");
            assertThat(database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 't_a'::regclass")).containsExactly("f");
            database.execute("RESET ALL");
            database.execute("DELETE FROM t WHERE ctid = '(0,1)'");
            assertThat(failure(migration.upgrade(), database)).isEmpty();
            assertThat(database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 't_a'::regclass")).containsExactly("t");
        }
    }

    /** Behind a query that does not end, a statement gives up, and what waits behind it goes on. */
    @Test
    void givesUpWaitingForALock() throws Exception {
        Migration migration = between("CREATE TABLE t (a INTEGER);", "CREATE TABLE t (a INTEGER, b TEXT);");
        try (TestDatabase database = TestDatabase.open("postgresql"); Connection busy = DriverManager.getConnection(database.connection().getMetaData().getURL())) {
            database.run("CREATE TABLE t (a INTEGER)");
            busy.setAutoCommit(false);
            busy.createStatement().execute("SELECT * FROM t");
            assertThat(failure(migration.upgrade(), database)).contains("lock timeout");
            busy.rollback();
            assertThat(failure(migration.upgrade(), database)).isEmpty();
        }
    }

    private static void migrate(TestDatabase database) {
        Migration migration = between(BEFORE, AFTER);
        assertThat(migration.proof().holds()).isTrue();
        migration.upgrade().forEach(scripted -> database.execute(scripted.statement().sql()));
    }

    private static Migration between(String before, String after) {
        return Migrations.between(POSTGRESQL.read(before, Schema.EMPTY).schema(), POSTGRESQL.read(after, Schema.EMPTY).schema(), List.of(),
                new Manner(POSTGRESQL, Strategy.ONLINE));
    }

    private static String failure(List<Scripted> script, TestDatabase database) {
        try {
            script.forEach(scripted -> database.execute(scripted.statement().sql()));
            return "";
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Runs a statement over and over and answers how long the slowest took. */
    private static Callable<Long> waiting(String url, String sql, AtomicBoolean over) {
        return () -> {
            long longest = 0;
            try (Connection connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
                while (!over.get()) {
                    long start = System.nanoTime();
                    statement.execute(sql);
                    longest = Math.max(longest, System.nanoTime() - start);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
            return longest;
        };
    }
}
