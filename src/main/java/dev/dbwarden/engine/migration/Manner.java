package dev.dbwarden.engine.migration;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Strategy;
import dev.dbwarden.engine.lint.Linting;

/** How a migration is made: for which database, at what cost to those who use it, and what it is looked at for. */
public record Manner(Dialect dialect, Strategy strategy, Linting linting) {
    public Manner {
        if (dialect.spelling(strategy).isEmpty()) {
            throw new IllegalArgumentException(dialect.name() + " has no strategy " + strategy);
        }
    }

    public Manner(Dialect dialect, Strategy strategy) {
        this(dialect, strategy, Linting.DANGERS);
    }

    public static Manner direct(Dialect dialect) {
        return new Manner(dialect, Strategy.DIRECT);
    }
}
