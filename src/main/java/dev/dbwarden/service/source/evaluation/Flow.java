package dev.dbwarden.service.source.evaluation;

/** How statements end. */
sealed interface Flow {
    Flow NEXT = new Next();

    /** The next statement follows. */
    record Next() implements Flow {}

    /** The loop goes on, or is left. */
    record Jump(boolean leaves) implements Flow {}

    record Return(Value value) implements Flow {}
}
