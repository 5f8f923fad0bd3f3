package dev.dbwarden.engine.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** An empty database of its own on a real server, gone when it is closed. */
public interface TestDatabase extends AutoCloseable {
    /** The dialects for which there is a server here. */
    List<String> DIALECTS = List.of("postgresql", "sqlite", "mariadb");

    static TestDatabase open(String dialect) {
        return switch (dialect) {
            case "postgresql" -> PostgresDatabase.open();
            case "sqlite" -> SqliteDatabase.open();
            case "mariadb" -> MariadbDatabase.open();
            case "clickhouse" -> ClickhouseDatabase.opened();
            default -> throw new IllegalArgumentException("no server for " + dialect);
        };
    }

    Connection connection();

    /** Runs a file of statements. */
    default void run(String script) {
        if (!script.isBlank()) {
            execute(script);
        }
    }

    /** Runs one statement; its failure names it. */
    default void execute(String statement) {
        try (var jdbc = connection().createStatement()) {
            jdbc.setEscapeProcessing(false);
            jdbc.execute(statement);
        } catch (SQLException e) {
            throw failure(e, statement);
        }
    }

    /** The rows of a query, each as its values with {@code " | "} between them. */
    default List<String> query(String sql) {
        try (var jdbc = connection().createStatement(); ResultSet rows = jdbc.executeQuery(sql)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                var line = new StringJoiner(" | ");
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    line.add(String.valueOf(rows.getString(i)));
                }
                lines.add(line.toString());
            }
            return lines;
        } catch (SQLException e) {
            throw failure(e, sql);
        }
    }

    static IllegalStateException failure(SQLException e, String sql) {
        return new IllegalStateException(e.getMessage() + "\nin: " + (sql.length() > 600 ? sql.substring(0, 600) + "..." : sql), e);
    }

    /** All that the catalog says of the schema, one fact a line, sorted. Not said: the order of columns, and what a table holds. */
    List<String> fingerprint();

    @Override
    void close();

    /** What is in one fingerprint and not in the other; empty if they are equal. */
    static String difference(List<String> expected, List<String> actual) {
        var lines = new StringBuilder();
        rest(expected, actual).forEach(line -> lines.append("missing: ").append(line).append('\n'));
        rest(actual, expected).forEach(line -> lines.append("extra:   ").append(line).append('\n'));
        return lines.toString();
    }

    private static List<String> rest(List<String> all, List<String> without) {
        var rest = new ArrayList<>(all);
        without.forEach(rest::remove);
        return rest;
    }
}
