package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.diff.RenameHint;
import dev.dbwarden.engine.migration.Migration;
import dev.dbwarden.engine.migration.Migrations;
import dev.dbwarden.engine.plan.Plan;
import dev.dbwarden.engine.plan.Planner;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.sql.Statements;
import dev.dbwarden.engine.sql.TokenStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A real database in memory, and the ways in which people run a migration on it. */
final class LiveSqlite implements AutoCloseable {
    /** How a script is run: with foreign keys enforced or not, in one transaction or statement by statement. */
    enum Mode {
        PLAIN(false, false), IN_TRANSACTION(false, true), ENFORCED(true, false), ENFORCED_IN_TRANSACTION(true, true);

        private final boolean enforced;
        private final boolean inTransaction;

        Mode(boolean enforced, boolean inTransaction) {
            this.enforced = enforced;
            this.inTransaction = inTransaction;
        }
    }

    private static final Sqlite DIALECT = new Sqlite();
    private final Connection connection;

    LiveSqlite(String script) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        run(script);
    }

    static Schema read(String script) {
        Reading reading = DIALECT.read(script, Schema.EMPTY);
        if (!reading.problems().isEmpty()) {
            throw new IllegalArgumentException(reading.problems().toString());
        }
        return reading.schema();
    }

    static Migration migration(String before, String after) {
        Schema from = read(before);
        Schema to = read(after);
        List<Step> steps = Planner.steps(Planner.changes(from, to, List.of()));
        if (!new Plan(from, Planner.order(DIALECT.adapt(new Draft(from, to, steps)))).after().equals(to)) {
            throw new IllegalStateException("the adapted plan leads elsewhere");
        }
        List<RenameHint> hints = DIALECT.read(after, Schema.EMPTY).renames().stream().map(RenameHint::parse).toList();
        Migration migration = Migrations.between(from, to, hints, DIALECT);
        if (!migration.proof().holds()) {
            throw new IllegalStateException(migration.proof() + "\n" + migration.upgrade() + "\n" + migration.rollback());
        }
        return migration;
    }

    LiveSqlite run(String script) throws SQLException {
        var statements = new Statements(script, Sqlite.LEXICON);
        for (var next = statements.next(); next.isPresent(); next = statements.next()) {
            execute(next.map(TokenStream::rest).orElseThrow());
        }
        return this;
    }

    LiveSqlite run(List<Scripted> script, Mode mode) throws SQLException {
        execute("PRAGMA foreign_keys = " + (mode.enforced ? "ON" : "OFF"));
        if (mode.inTransaction) {
            execute("BEGIN");
        }
        for (Scripted scripted : script) {
            execute(scripted.statement().sql());
        }
        if (mode.inTransaction) {
            execute("COMMIT");
        }
        return this;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + " in: " + sql, e);
        }
    }

    /** The rows of a query, each as text with commas. */
    List<String> rows(String query) throws SQLException {
        try (var statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                found.add(String.join(",", row));
            }
            return found;
        }
    }

    /** What the database says of itself, read back. */
    Schema schema() throws SQLException {
        return read(String.join(";\n", rows("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
                + " ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, rowid")));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
