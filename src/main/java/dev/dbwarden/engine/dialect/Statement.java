package dev.dbwarden.engine.dialect;

/**
 * One SQL statement, without a semicolon at its end.
 *
 * @param transactional whether it may run inside a transaction
 * @param lock          the lock that it takes on existing data, in the server's words; empty for none
 * @param rewritesTable whether it writes every row anew
 */
public record Statement(String sql, boolean transactional, String lock, boolean rewritesTable) {
    public static Statement of(String sql) {
        return new Statement(sql, true, "", false);
    }

    public Statement locking(String newLock) {
        return new Statement(sql, transactional, newLock, rewritesTable);
    }

    public Statement rewriting(boolean rewrites) {
        return new Statement(sql, transactional, lock, rewrites);
    }

    public Statement outsideTransaction() {
        return new Statement(sql, false, lock, rewritesTable);
    }
}
