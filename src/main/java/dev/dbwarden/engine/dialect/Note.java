package dev.dbwarden.engine.dialect;

/** Something in the input that the server reads otherwise than it is written. */
public record Note(Kind kind, Problem problem) {
    /** What it does instead. */
    public enum Kind {
        /** It cuts a name, or takes a condition for met. */
        OTHERWISE,
        /** It passes over a reference, which a migration makes. */
        REFERENCE_PASSED_OVER
    }
}
