package dev.dbwarden.service.database;

/** What a scratch database has against a statement, in the server's words. */
public final class RefusedStatementException extends Exception {
    RefusedStatementException(String message) {
        super(message, null, false, false);
    }
}
