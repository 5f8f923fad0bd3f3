package dev.dbwarden.engine.dialect;

/** What a migration may cost those who use the database meanwhile. */
public enum Strategy {
    /** One statement a change, the shortest script: for quiet hours, small tables and tests. */
    DIRECT,
    /** Nobody is kept from reading or writing for longer than a lock's time-out, where the server knows a way. */
    ONLINE
}
