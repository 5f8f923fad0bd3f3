package dev.dbwarden.engine.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A database file that enforces foreign keys, as those do that lost rows in a rebuild. */
final class SqliteDatabase implements TestDatabase {
    private final Path file;
    private final Connection connection;

    private SqliteDatabase(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    static TestDatabase open() {
        try {
            Path file = Files.createTempFile("warden", ".sqlite");
            var database = new SqliteDatabase(file, DriverManager.getConnection("jdbc:sqlite:" + file));
            database.execute("PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON");
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    /** {@code executeUpdate} hands the text to {@code sqlite3_exec}, which runs all statements in it; {@code execute} only the first. */
    @Override
    public void execute(String script) {
        try (var jdbc = connection.createStatement()) {
            jdbc.executeUpdate(script);
        } catch (SQLException e) {
            throw TestDatabase.failure(e, script);
        }
    }

    @Override
    public List<String> fingerprint() {
        return new SqliteCatalog(this).lines();
    }

    @Override
    public void close() {
        try {
            connection.close();
            Files.deleteIfExists(file);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
