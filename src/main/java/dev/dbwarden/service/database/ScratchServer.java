package dev.dbwarden.service.database;

import dev.dbwarden.engine.dialect.Dialect;

/** Where databases are made that last for one verification. */
public sealed interface ScratchServer permits EmbeddedScratch, RegisteredScratch {
    /** The name that requests call it by. */
    String name();

    Dialect dialect();

    /** A new, empty database. */
    ScratchDatabase open();
}
