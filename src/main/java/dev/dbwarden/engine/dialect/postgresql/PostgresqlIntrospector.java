package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Introspection;
import dev.dbwarden.engine.dialect.Introspector;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.Scope;
import dev.dbwarden.engine.dialect.TableStatistics;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Asks the catalog for the statements that would make the database, as {@code pg_dump --schema-only} does, and reads these: so there is
 * one way from PostgreSQL's spelling into the model. A query for each kind of object, none for each table. Needs no privilege on any table.
 */
final class PostgresqlIntrospector implements Introspector {
    /** In an order in which each statement finds what it needs. */
    private static final List<Query> QUERIES = List.of(Query.of("schemas"), Query.of("extensions"), Query.of("types"), Query.of("collations"), Query.of("sequences"),
            Query.of("functions"), Query.of("aggregates"), Query.of("operators"), Query.of("operator_families"), Query.of("casts"), Query.of("conversions"), Query.of("tables"), Query.of("foreign_servers"),
            Query.of("owned_sequences"), Query.of("constraints"), Query.of("foreign_tables"), Query.of("foreign_columns"),
            Query.of("views"), Query.of("view_defaults"), Query.of("columns"), Query.of("inherited_columns"), Query.since(14, "compression"), Query.of("indexes"), Query.of("attached_indexes"), Query.of("index_statistics"), Query.of("foreign_keys"), Query.of("table_settings"),
            Query.of("triggers"), Query.of("triggers_elsewhere"), Query.of("rules"), Query.of("policies"), Query.of("statistics"), Query.of("event_triggers"),
            Query.of("search_parsers"), Query.of("search_dictionaries"), Query.of("search_configurations"), Query.of("publications"), Query.since(15, "publication_schemas"), Query.of("comments"), Query.of("grants"), Query.of("default_privileges"));
    /**
     * With nothing on the path every name is printed whole, and values as for everybody, whatever the role has set. A catalog query over
     * thousands of tables is estimated to be dear, and then compiled for longer than it runs: 8 s for one that takes 0.1 s.
     */
    private static final String SESSION = """
            SET LOCAL search_path = ''; SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'postgres';
            SET LOCAL extra_float_digits = 1; SET LOCAL jit = off""";
    private static final Query UNREAD = Query.of("unread");
    private static final Query SIZES = Query.of("sizes");

    private final Postgresql dialect;

    PostgresqlIntrospector(Postgresql dialect) {
        this.dialect = dialect;
    }

    @Override
    public Introspection introspect(Connection connection, Scope scope) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        int major = connection.getMetaData().getDatabaseMajorVersion();
        try (var statement = connection.createStatement()) {
            statement.execute(SESSION);
        }
        var script = new StringBuilder();
        for (Query query : QUERIES) {
            if (major >= query.since()) {
                query.rows(connection, scope, ddl -> script.append(ddl).append(";\n"));
            }
        }
        var problems = new ArrayList<Problem>();
        UNREAD.rows(connection, scope, name -> problems.add(Problem.at("", name + " is not read from a database; leave it out of the model, and look after it by hand")));
        Reading reading = dialect.read(script.toString(), Schema.EMPTY);
        problems.addAll(reading.problems());
        return new Introspection(reading.schema(), connection.getMetaData().getDatabaseProductVersion(), problems);
    }

    @Override
    public Map<ObjectName, TableStatistics> statistics(Connection connection, Scope scope) throws SQLException {
        var statistics = new LinkedHashMap<ObjectName, TableStatistics>();
        try (var statement = connection.createStatement(); ResultSet rows = statement.executeQuery(SIZES.sql())) {
            while (rows.next()) {
                if (scope.includesSchema(rows.getString(1)) && scope.includesTable(rows.getString(1), rows.getString(2))) {
                    statistics.put(dialect.normalizer().name(new ObjectName(rows.getString(1), rows.getString(2))), new TableStatistics(rows.getLong(3), rows.getLong(4)));
                }
            }
        }
        return statistics;
    }

    /**
     * A query of the catalog. Its columns: the namespace, the relation that a statement is about, those that it needs besides, one a line (a namespace
     * with nothing behind the dot), and the statement. Of one with a {@code ?} in front the namespace may be left to others, with a {@code !} it has to be;
     * the default namespace never is.
     *
     * @param since the first major version that has what it asks for
     */
    private record Query(int since, String sql) {
        static Query of(String name) {
            return since(0, name);
        }

        static Query since(int version, String name) {
            String path = "catalog/" + name + ".sql";
            try (var stream = PostgresqlIntrospector.class.getResourceAsStream(path)) {
                return new Query(version, new String(Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void rows(Connection connection, Scope scope, Consumer<String> consumer) throws SQLException {
            try (var statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    String namespace = rows.getString(1);
                    if (isMeant(scope, namespace, rows.getString(2), rows.getString(3))) {
                        consumer.accept(rows.getString(4));
                    }
                }
            }
        }

        private static boolean isMeant(Scope scope, String namespace, String relation, String needed) {
            return (namespace.isEmpty() || scope.includesSchema(namespace)) && (relation.isEmpty() || scope.includesTable(namespace, relation))
                    && needed.lines().allMatch(each -> isMeant(scope, each));
        }

        private static boolean isMeant(Scope scope, String needed) {
            int dot = needed.indexOf('.');
            if (needed.startsWith("?") || needed.startsWith("!")) {
                String namespace = needed.substring(1, dot);
                boolean left = !scope.includesSchema(namespace) && !namespace.equals("public");
                return left || needed.startsWith("?") && isMeant(scope, needed.substring(1));
            }
            String table = needed.substring(dot + 1);
            return dot < 0 || scope.includesSchema(needed.substring(0, dot)) && (table.isEmpty() || scope.includesTable(needed.substring(0, dot), table));
        }
    }
}
