package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.dialect.Introspection;
import dev.dbwarden.engine.dialect.Introspector;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.Scope;
import dev.dbwarden.engine.dialect.TableStatistics;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Token;
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

/**
 * The server keeps the statements that would make its objects, so that reading a database is reading these: two queries, however many
 * tables there are. The database that the connection is in has no name in the schema; others come along where the scope names them.
 *
 * <p>Not read, because no system table says how they were made: users, roles, policies, quotas, profiles, grants, named collections.
 */
final class ClickhouseIntrospector implements Introspector {
    static final String SESSION = resource("session");
    static final String OBJECTS = resource("objects");
    static final String SIZES = resource("sizes");

    private final Clickhouse dialect;

    ClickhouseIntrospector(Clickhouse dialect) {
        this.dialect = dialect;
    }

    @Override
    public Introspection introspect(Connection connection, Scope scope) throws SQLException {
        List<String> session = rows(connection, SESSION).getFirst();
        return introspection(session.getFirst(), session.getLast(), rows(connection, OBJECTS), scope);
    }

    @Override
    public Map<ObjectName, TableStatistics> statistics(Connection connection, Scope scope) throws SQLException {
        return statistics(rows(connection, SESSION).getFirst().getFirst(), rows(connection, SIZES), scope);
    }

    /** What the rows of the query amount to. */
    Map<ObjectName, TableStatistics> statistics(String home, List<List<String>> sizes, Scope scope) {
        var statistics = new LinkedHashMap<ObjectName, TableStatistics>();
        for (List<String> row : sizes) {
            if (isMeant(row.get(0), row.get(1), home, scope)) {
                statistics.put(new ObjectName(row.get(0).equals(home) ? "" : row.get(0), row.get(1)), new TableStatistics(Long.parseLong(row.get(2)), Long.parseLong(row.get(3))));
            }
        }
        return statistics;
    }

    private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        var all = new ArrayList<List<String>>();
        try (var statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= columns; i++) {
                    row.add(rows.getString(i));
                }
                all.add(row);
            }
        }
        return all;
    }

    /** What the rows of the two queries amount to. */
    Introspection introspection(String home, String version, List<List<String>> objects, Scope scope) {
        var script = new StringBuilder();
        boolean elsewhere = false;
        for (List<String> row : objects) {
            String database = row.get(0);
            if (isMeant(database, row.get(1), home, scope)) {
                elsewhere |= database.equals(ClickhouseNormalizer.DEFAULT_DATABASE) && !home.equals(database);
                script.append(atHome(row.get(2), home)).append(";\n");
            }
        }
        Reading reading = dialect.read(script.toString(), Schema.EMPTY);
        var problems = new ArrayList<>(reading.problems());
        if (elsewhere) {
            problems.add(Problem.at("", "the database 'default' cannot be read from a connection to '" + home + "', because names without a database mean the latter; connect to 'default' instead"));
        }
        return new Introspection(problems.isEmpty() ? reading.schema() : Schema.EMPTY, version, problems);
    }

    /** A function is in no database. Without patterns only the database of the connection is meant: a server holds those of many. */
    private static boolean isMeant(String database, String name, String home, Scope scope) {
        if (database.isEmpty()) {
            return true;
        }
        boolean schema = scope.schemas().isEmpty() ? database.equals(home) && scope.includesSchema(database) : scope.includesSchema(database);
        return schema && scope.includesTable(database.equals(home) ? "" : database, name);
    }

    /** The statement without the home database in front of names. */
    private static String atHome(String statement, String home) {
        List<Token> tokens = Lexer.tokens(statement, Clickhouse.LEXICON);
        var text = new StringBuilder();
        int end = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean qualifies = token.isName() && token.value().equals(home) && i + 2 < tokens.size() && tokens.get(i + 1).is(".") && tokens.get(i + 2).isName()
                    && (i == 0 || !tokens.get(i - 1).is("."));
            text.append(statement, end, token.start());
            if (qualifies) {
                i++;
            } else if (token.type() == Token.Type.STRING && isDatabase(tokens, i) && ClickhouseTokens.content(token).equals(home)) {
                text.append(ClauseSpelling.CURRENT_DATABASE);
            } else {
                text.append(token.text());
            }
            end = tokens.get(i).end();
        }
        return text.append(statement, end, statement.length()).toString();
    }

    /** Whether an engine has its database at that place among its arguments. */
    private static boolean isDatabase(List<Token> tokens, int at) {
        return ClauseSpelling.DATABASES.entrySet().stream().anyMatch(engine -> {
            int bracket = at - 1 - 2 * engine.getValue();
            return bracket > 0 && tokens.get(bracket).is("(") && tokens.get(bracket - 1).text().equals(engine.getKey());
        });
    }

    private static String resource(String name) {
        String path = "catalog/" + name + ".sql";
        try (var stream = ClickhouseIntrospector.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
