package dev.dbwarden.engine.dialect.mysql;

import java.util.Arrays;
import java.util.Optional;

/**
 * How much a server has to do for a part of an {@code ALTER TABLE}, from nothing to everything; a statement costs what its dearest part costs
 * (MySQL manual, 17.12.1; MariaDB knowledge base, InnoDB Online DDL Operations).
 */
public enum Work {
    /** Only the catalog changes. */
    INSTANT("ALGORITHM=INSTANT, LOCK=NONE", false),
    /** No row is written: an index is built or dropped, a VARCHAR may be longer; rows can be read and written meanwhile. */
    IN_PLACE("ALGORITHM=INPLACE, LOCK=NONE", false),
    /** An index is built; rows can be read. */
    INDEX_LOCKED("ALGORITHM=INPLACE, LOCK=SHARED", false),
    /** Every row is written anew; rows can be read and written meanwhile. */
    REBUILD("ALGORITHM=INPLACE, LOCK=NONE", true),
    /** Every row is copied into a new table; rows can be read. */
    COPY("ALGORITHM=COPY, LOCK=SHARED", true);

    private final String words;
    private final boolean rewrites;

    Work(String words, boolean rewrites) {
        this.words = words;
        this.rewrites = rewrites;
    }

    /** As the clauses that would ask for it. */
    String words() {
        return words;
    }

    /** The work that these words say. */
    static Optional<Work> of(String words) {
        return Arrays.stream(values()).filter(work -> work.words.equals(words)).findFirst();
    }

    /** As ALTER TABLE takes it: no lock can be said of what only changes the catalog (MySQL manual, 15.1.9). */
    String clauses() {
        return this == INSTANT ? "ALGORITHM=INSTANT" : words;
    }

    boolean rewrites() {
        return rewrites;
    }

    Work and(Work other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
