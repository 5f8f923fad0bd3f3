package dev.dbwarden.engine.dialect;

import dev.dbwarden.engine.schema.Ref;

/** A change that the dialect has no way to make, with the way out. */
public final class UnsupportedChangeException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Ref subject;

    public UnsupportedChangeException(Ref subject, String message) {
        super(message, null, false, false);
        this.subject = subject;
    }

    /** What cannot be changed. */
    public Ref subject() {
        return subject;
    }
}
