package dev.dbwarden.engine.sql;

/** How work that nobody waits for any more stops: whoever may take long asks now and then. */
public final class Interruption extends RuntimeException {
    private Interruption() {
        super("interrupted", null, false, false);
    }

    /** Fails where somebody has interrupted the thread. */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Interruption();
        }
    }
}
