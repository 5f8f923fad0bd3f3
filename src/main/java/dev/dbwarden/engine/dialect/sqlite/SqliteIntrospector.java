package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.dialect.Introspection;
import dev.dbwarden.engine.dialect.Introspector;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.Scope;
import dev.dbwarden.engine.dialect.TableStatistics;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SQLite keeps the statements that made its schema (sqlite.org/schematab.html), so that reading a database is reading these. What it
 * made itself has no statement, or a name that begins with {@code sqlite_}.
 */
final class SqliteIntrospector implements Introspector {
    /** Shadow tables belong to the virtual table that made them (sqlite.org/vtab.html, 4.3), as an extension's objects do elsewhere. */
    private static final String STATEMENTS = """
            SELECT m.tbl_name, m.sql FROM sqlite_schema m
            WHERE m.sql IS NOT NULL AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
              AND NOT EXISTS (SELECT 1 FROM pragma_table_list t WHERE t.schema = 'main' AND t.name = m.tbl_name AND t.type = 'shadow')
            ORDER BY m.rowid""";

    private static final String ANALYZED = "SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'";
    /** The first number of each line is that of the rows; a partial index has fewer (sqlite.org/fileformat2.html, 2.6.3). */
    private static final String ROWS = "SELECT tbl, max(CAST(stat AS INTEGER)) FROM sqlite_stat1 WHERE tbl NOT LIKE 'sqlite\\_%' ESCAPE '\\' GROUP BY tbl ORDER BY tbl";

    private final Sqlite dialect;

    SqliteIntrospector(Sqlite dialect) {
        this.dialect = dialect;
    }

    @Override
    public Introspection introspect(Connection connection, Scope scope) throws SQLException {
        try (var statement = connection.createStatement()) {
            var script = new StringBuilder();
            try (ResultSet rows = statement.executeQuery(STATEMENTS)) {
                while (rows.next()) {
                    if (scope.includesTable("", rows.getString(1))) {
                        script.append(rows.getString(2)).append(";\n");
                    }
                }
            }
            Reading reading = dialect.read(script.toString(), Schema.EMPTY);
            return new Introspection(reading.schema(), connection.getMetaData().getDatabaseProductVersion(), reading.problems());
        }
    }

    /** What ANALYZE has left; what a table takes in the file only a look at every page would tell (sqlite.org/dbstat.html). */
    @Override
    public Map<ObjectName, TableStatistics> statistics(Connection connection, Scope scope) throws SQLException {
        var statistics = new LinkedHashMap<ObjectName, TableStatistics>();
        try (var statement = connection.createStatement()) {
            try (ResultSet analyzed = statement.executeQuery(ANALYZED)) {
                if (!analyzed.next()) {
                    return statistics;
                }
            }
            try (ResultSet rows = statement.executeQuery(ROWS)) {
                while (rows.next()) {
                    if (scope.includesTable("", rows.getString(1))) {
                        statistics.put(ObjectName.of(rows.getString(1)), new TableStatistics(rows.getLong(2), -1));
                    }
                }
            }
        }
        return statistics;
    }
}
