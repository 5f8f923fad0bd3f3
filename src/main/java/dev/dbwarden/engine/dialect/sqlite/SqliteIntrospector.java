package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.dialect.Introspection;
import dev.dbwarden.engine.dialect.Introspector;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.Scope;
import dev.dbwarden.engine.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

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
}
