package dev.dbwarden.engine.migration;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Strategy;

/** How a migration is made: for which database, and at what cost to those who use it. */
public record Manner(Dialect dialect, Strategy strategy) {
    public Manner {
        if (dialect.spelling(strategy).isEmpty()) {
            throw new IllegalArgumentException(dialect.name() + " has no strategy " + strategy);
        }
    }

    public static Manner direct(Dialect dialect) {
        return new Manner(dialect, Strategy.DIRECT);
    }
}
