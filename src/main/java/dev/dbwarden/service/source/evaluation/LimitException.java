package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.Location;

/** A program that asks for more work than a model may take. */
public final class LimitException extends RuntimeException {
    private final transient Location at;

    LimitException(String message, Location at) {
        super(message, null, false, false);
        this.at = at;
    }

    public Location at() {
        return at;
    }
}
