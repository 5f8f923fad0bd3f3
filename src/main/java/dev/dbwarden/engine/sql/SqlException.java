package dev.dbwarden.engine.sql;

/** SQL that cannot be read: what was wrong, and where in the source. */
public final class SqlException extends RuntimeException {
    private final int offset;

    public SqlException(String message, int offset) {
        super(message, null, false, false);
        this.offset = offset;
    }

    /** Offset of the character at fault. */
    public int offset() {
        return offset;
    }
}
