package dev.dbwarden.engine.dialect;

/**
 * One SQL statement, without a semicolon at its end, and what it asks of the server.
 *
 * @param transactional whether it may share a transaction with the statements around it
 * @param lock          the strongest lock that it takes on existing tables, in the server's words; empty where it only reads them
 * @param rewritesTable whether it writes every row of an existing table anew
 * @param scansTable    whether it reads every row of an existing table
 * @param loses         the part of columns' values that is gone with it, while the columns stay; mostly empty
 */
public record Statement(String sql, boolean transactional, String lock, boolean rewritesTable, boolean scansTable, String loses) {
    public static Statement of(String sql) {
        return new Statement(sql, true, "", false, false, "");
    }

    public Statement withSql(String newSql) {
        return new Statement(newSql, transactional, lock, rewritesTable, scansTable, loses);
    }

    public Statement locking(String newLock) {
        return new Statement(sql, transactional, newLock, rewritesTable, scansTable, loses);
    }

    /** What writes every row has to read every row. */
    public Statement rewriting(boolean rewrites) {
        return new Statement(sql, transactional, lock, rewrites, rewrites || scansTable, loses);
    }

    public Statement scanning(boolean scans) {
        return new Statement(sql, transactional, lock, rewritesTable, scans, loses);
    }

    public Statement losing(String part) {
        return new Statement(sql, transactional, lock, rewritesTable, scansTable, part);
    }

    public Statement outsideTransaction() {
        return new Statement(sql, false, lock, rewritesTable, scansTable, loses);
    }
}
