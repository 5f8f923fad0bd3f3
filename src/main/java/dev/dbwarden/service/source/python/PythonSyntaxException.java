package dev.dbwarden.service.source.python;

/** A text that is no Python: what was wrong, and where. */
public final class PythonSyntaxException extends RuntimeException {
    private final int offset;

    PythonSyntaxException(String message, int offset) {
        super(message, null, false, false);
        this.offset = offset;
    }

    public int offset() {
        return offset;
    }
}
