package dev.dbwarden.engine.migration;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.dialect.Strategy;
import dev.dbwarden.engine.lint.Linting;
import dev.dbwarden.engine.schema.Ref;
import java.util.List;
import java.util.Map;

/**
 * How a migration is made: for which database, at what cost to those who use it, and what it is looked at for.
 *
 * @param fills for columns whose values stand in another column too: what gives them to the rows that are there, whenever one of them is made
 */
public record Manner(Dialect dialect, Strategy strategy, Linting linting, Map<Ref, List<Statement>> fills) {
    public Manner {
        if (dialect.spelling(strategy).isEmpty()) {
            throw new IllegalArgumentException(dialect.name() + " has no strategy " + strategy);
        }
        fills = Map.copyOf(fills);
    }

    public Manner(Dialect dialect, Strategy strategy, Linting linting) {
        this(dialect, strategy, linting, Map.of());
    }

    public Manner(Dialect dialect, Strategy strategy) {
        this(dialect, strategy, Linting.DANGERS);
    }

    public static Manner direct(Dialect dialect) {
        return new Manner(dialect, Strategy.DIRECT);
    }

    /** The same for a migration some of whose columns are filled when they are made. */
    public Manner filling(Map<Ref, List<Statement>> newFills) {
        return new Manner(dialect, strategy, linting.copying(newFills.keySet()), newFills);
    }

    /** The same for a migration that runs when the version of the application that goes with it does already. */
    public Manner afterDeployment() {
        return new Manner(dialect, strategy, linting.afterDeployment(), fills);
    }
}
