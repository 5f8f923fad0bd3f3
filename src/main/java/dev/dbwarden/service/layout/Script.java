package dev.dbwarden.service.layout;

import dev.dbwarden.engine.dialect.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Statements as the text of a file. */
final class Script {
    /** What stands where a runner wants a statement and there is nothing to do. */
    static final List<Statement> NOTHING = List.of(Statement.of("SELECT 1"));
    /** Dialects whose client ends a statement at the first semicolon, unless it is told of another end. */
    private static final Set<String> DELIMITED = Set.of("mysql", "mariadb");
    private static final String DELIMITER = "$$";

    private Script() {}

    /** For a runner or a client that reads the file as the dialect's own client does: {@code psql}, {@code mysql}, {@code sqlite3}. */
    static String forClient(List<Statement> script, String dialect) {
        return script.stream().map(statement -> DELIMITED.contains(dialect) && statement.sql().contains(";") ? delimited(statement.sql()) : terminated(statement.sql()))
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    /** For a runner that sends the whole file to the server, which knows where a body ends. */
    static String forServer(List<Statement> script) {
        return script.stream().map(statement -> terminated(statement.sql())).collect(Collectors.joining("\n\n", "", "\n"));
    }

    /** A statement with its semicolon, on a line of its own where a comment at the end would swallow it. */
    static String terminated(String sql) {
        return sql + (endsInComment(sql) ? "\n;" : ";");
    }

    private static String delimited(String sql) {
        String delimiter = DELIMITER;
        while (sql.contains(delimiter)) {
            delimiter += "$";
        }
        return "DELIMITER " + delimiter + "\n" + sql + (endsInComment(sql) ? "\n" : "") + delimiter + "\nDELIMITER ;";
    }

    static boolean endsInComment(String sql) {
        String lastLine = sql.substring(sql.lastIndexOf('\n') + 1);
        return lastLine.contains("--") || lastLine.contains("#");
    }
}
