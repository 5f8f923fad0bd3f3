package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.Introspection;
import dev.dbwarden.engine.dialect.Introspector;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.Scope;
import dev.dbwarden.engine.dialect.TableStatistics;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Asks the catalog for what stands in the statements that would make the database, as {@code SHOW CREATE TABLE} prints it, and reads these: so
 * there is one way from the server's spelling into the model. A query for each kind of thing, none for each table.
 */
final class MysqlIntrospector implements Introspector {
    /** MySQL cuts what GROUP_CONCAT gives at 1,024 bytes (manual, 7.1.8), in the middle of a key or of a list of partitions. */
    private static final String SESSION = "SET SESSION group_concat_max_len = 16777216";
    /** What stands between the brackets of CREATE TABLE. */
    private static final List<String> LINES = List.of("columns", "indexes", "foreign_keys", "checks");
    /** The class of SQLSTATEs of what a user may not see (42000, 42S02): a connection that broke and a statement that took too long have others. */
    private static final String REFUSED = "42";
    /** What is made after the tables. */
    private static final List<String> STATEMENTS = List.of("routines", "views", "triggers", "events");

    private final Mysql dialect;
    private final Variant variant;

    MysqlIntrospector(Mysql dialect, Variant variant) {
        this.dialect = dialect;
        this.variant = variant;
    }

    @Override
    public Introspection introspect(Connection connection, Scope scope) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        try (var statement = connection.createStatement()) {
            statement.execute(SESSION);
        }
        // What is there need not refer to what is there: dumps are loaded, and tables dropped, without a look at foreign keys.
        var script = new StringBuilder("SET foreign_key_checks = 0;\n");
        each(connection, "database", scope, (_, ddl) -> script.append(ddl).append(";\n"));
        var problems = new ArrayList<Problem>();
        if (variant.hasSequences()) {
            each(connection, "sequences", scope, (name, show) -> script.append(shown(connection, "sequence " + name, show, problems)).append(";\n"));
            each(connection, "periods", scope, (name, show) -> Periods.told(name, shown(connection, "table " + name, show, problems)).map(told -> Problem.at("", told)).ifPresent(problems::add));
        }
        tables(connection, scope, script);
        for (String name : STATEMENTS) {
            each(connection, name, scope, (_, ddl) -> script.append(ddl).append(";\n"));
        }
        each(connection, "unread", scope, (_, message) -> problems.add(Problem.at("", message)));
        Reading reading = dialect.read(script.toString(), Schema.EMPTY);
        problems.addAll(reading.problems());
        return new Introspection(reading.schema(), connection.getMetaData().getDatabaseProductVersion(), problems);
    }

    @Override
    public Map<ObjectName, TableStatistics> statistics(Connection connection, Scope scope) throws SQLException {
        var statistics = new LinkedHashMap<ObjectName, TableStatistics>();
        try (var statement = connection.createStatement(); ResultSet rows = statement.executeQuery(variant.query("sizes"))) {
            while (rows.next()) {
                if (scope.includesTable("", rows.getString(1))) {
                    statistics.put(ObjectName.of(rows.getString(1)), new TableStatistics(rows.getLong(2), rows.getLong(3)));
                }
            }
        }
        return statistics;
    }

    /** Writes CREATE TABLE for each table. */
    private void tables(Connection connection, Scope scope, StringBuilder script) throws SQLException {
        Map<String, StringJoiner> lines = new LinkedHashMap<>();
        Map<String, String> endings = new LinkedHashMap<>();
        each(connection, "tables", scope, endings::put);
        each(connection, "partitions", scope, (table, ddl) -> endings.computeIfPresent(table, (_, options) -> options + ddl));
        for (String name : LINES) {
            each(connection, name, scope, (table, ddl) -> lines.computeIfAbsent(table, _ -> new StringJoiner(",\n")).add(ddl));
        }
        endings.forEach((table, ending) -> script.append("CREATE TABLE ").append(Mysql.QUOTING.quoted(table)).append(" (\n").append(lines.getOrDefault(table, new StringJoiner("")))
                .append("\n)").append(ending).append(";\n"));
    }

    /** What the catalog of MariaDB has since 11.4 or 11.5 only; older servers say it one by one, to whom they let see it. */
    private static String shown(Connection connection, String what, String show, List<Problem> problems) throws SQLException {
        try (var statement = connection.createStatement(); ResultSet rows = statement.executeQuery(show)) {
            return rows.next() ? rows.getString(2) : "";
        } catch (SQLException refused) {
            if (!String.valueOf(refused.getSQLState()).startsWith(REFUSED)) {
                throw refused;
            }
            problems.add(Problem.at("", what + " is not read: the server does not show it to this user (SQLSTATE " + refused.getSQLState()
                    + "); grant SELECT on it, or leave it out of the model and of the export, and look after it by hand"));
            return "";
        }
    }

    /** Takes the two columns of a row: the table that it is about, or empty, and SQL. */
    @FunctionalInterface
    private interface Row {
        void take(String table, String ddl) throws SQLException;
    }

    private void each(Connection connection, String query, Scope scope, Row row) throws SQLException {
        try (var statement = connection.createStatement(); ResultSet rows = statement.executeQuery(variant.query(query))) {
            while (rows.next()) {
                String table = rows.getString(1);
                if (rows.getString(2) != null && (table.isEmpty() || scope.includesTable("", table))) {
                    row.take(table, rows.getString(2));
                }
            }
        }
    }
}
