package dev.dbwarden.service.database;

import java.util.Optional;

/**
 * How the databases that come and go are made on a server. {@code %s} is the database's name, {@code ?} too.
 *
 * @param names  lists those that are there
 * @param lease  takes a lock of the session on a name, and answers whether it was free: what nobody holds was left behind by a service that died.
 *               Empty where a server has no such locks; then their age tells
 */
record ScratchSql(String create, String drop, String names, Optional<String> lease) {
    /**
     * Manual of PostgreSQL, 9.28.10: session-level advisory locks are released with the session, also by one that was cut. They are of the database
     * that the session is in (53.13, where the halves of a key stand too): who makes scratch databases from another one is seen in pg_locks only.
     */
    static final ScratchSql POSTGRESQL = new ScratchSql("CREATE DATABASE %s TEMPLATE template0 ENCODING 'UTF8'", "DROP DATABASE IF EXISTS %s WITH (FORCE)",
            "SELECT datname FROM pg_catalog.pg_database WHERE datname LIKE 'warden\\_scratch\\_%'", Optional.of("""
            SELECT pg_try_advisory_lock(key) AND NOT EXISTS (SELECT FROM pg_catalog.pg_locks WHERE locktype = 'advisory' AND objsubid = 1
                AND pid <> pg_backend_pid() AND (classid::bigint << 32 | objid::bigint) = key) FROM hashtextextended(?, 0) AS key"""));
    /** Manual of MySQL, 14.14: GET_LOCK is released with the session. */
    static final ScratchSql MYSQL = new ScratchSql("CREATE DATABASE %s CHARACTER SET utf8mb4", "DROP DATABASE IF EXISTS %s",
            "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'warden\\_scratch\\_%'", Optional.of("SELECT GET_LOCK(?, 0)"));
    static final ScratchSql CLICKHOUSE = new ScratchSql("CREATE DATABASE %s", "DROP DATABASE IF EXISTS %s SYNC",
            "SELECT name FROM system.databases WHERE startsWith(name, 'warden_scratch_')", Optional.empty());
}
