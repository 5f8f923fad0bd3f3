package dev.dbwarden.engine.phase;

import dev.dbwarden.engine.migration.Migration;
import dev.dbwarden.engine.schema.Schema;
import java.util.List;

/**
 * Two migrations and the schema between them, which serves both versions of the application.
 *
 * @param expand   leads there; what the older version uses is still there and asks no more of it
 * @param contract leads on from there; what only the older version uses goes, and what the newer one promises is asked of every row
 */
public record Phased(Schema between, Migration expand, Migration contract, List<Unsplit> unsplit) {
    public Phased {
        unsplit = List.copyOf(unsplit);
    }

    /** Both, one after the other. */
    public Migration whole() {
        return expand.then(contract);
    }
}
