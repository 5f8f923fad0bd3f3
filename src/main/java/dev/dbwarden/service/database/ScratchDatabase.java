package dev.dbwarden.service.database;

import dev.dbwarden.engine.dialect.Introspection;
import dev.dbwarden.engine.dialect.Scope;
import java.sql.Connection;
import java.sql.SQLException;

/** A database that is there for one verification, and dropped when it is closed. */
public final class ScratchDatabase implements AutoCloseable {
    private final ScratchServer server;
    private final Connection connection;
    private final Drop drop;
    private boolean closed;

    ScratchDatabase(ScratchServer server, Connection connection, Drop drop) {
        this.server = server;
        this.connection = connection;
        this.drop = drop;
    }

    /** Runs one statement, as a client would that commits each. */
    public void run(String sql) throws RefusedStatementException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** What the database holds. */
    public Introspection schema() throws RefusedStatementException {
        try {
            Introspection found = server.dialect().introspector().introspect(connection, Scope.ALL);
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setAutoCommit(true);
            }
            return found;
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** The server's words are about the caller's own statement, unless the connection itself is the trouble. */
    private RefusedStatementException refused(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (server instanceof RegisteredScratch(RegisteredDatabase database, _) && (state.startsWith("08") || state.startsWith("57P"))) {
            throw DatabaseFailure.of(database, e);
        }
        return new RefusedStatementException(String.valueOf(e.getMessage()));
    }

    /** Drops the database, once. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            connection.close();
        } catch (SQLException lost) {
            // then the server has closed it
        }
        try {
            drop.run();
        } catch (SQLException e) {
            if (server instanceof RegisteredScratch(RegisteredDatabase database, _)) {
                throw DatabaseFailure.of(database, e);
            }
            throw new IllegalStateException(e);
        }
    }

    /** How the database goes away. */
    interface Drop {
        void run() throws SQLException;
    }
}
