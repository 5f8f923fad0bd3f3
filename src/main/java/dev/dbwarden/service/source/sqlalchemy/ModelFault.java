package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.python.Location;

/** Something in a model that has to be mended, or that only the running program knows. */
public final class ModelFault extends RuntimeException {
    private final transient Location at;

    public ModelFault(Location at, String message) {
        super(message, null, false, false);
        this.at = at;
    }

    public Location at() {
        return at;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
