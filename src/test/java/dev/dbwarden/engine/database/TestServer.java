package dev.dbwarden.engine.database;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A server that there is here: one of each dialect, and PostgreSQL in several major versions.
 *
 * @param major 0 where there is but one
 */
public record TestServer(String dialect, int major) {
    public static List<TestServer> all() {
        return TestDatabase.DIALECTS.stream().flatMap(dialect -> dialect.equals("postgresql")
                ? PostgresServer.majors().stream().map(major -> new TestServer(dialect, major)) : Stream.of(new TestServer(dialect, 0))).toList();
    }

    /** The usual server of a dialect, or the oldest one that is not before the version that something needs; empty where there is none. */
    public static Optional<TestServer> of(String dialect, int needed) {
        return needed == 0 ? Optional.of(new TestServer(dialect, 0))
                : Stream.concat(Stream.of(new TestServer(dialect, PostgresServer.usual())), all().stream().filter(server -> server.dialect().equals(dialect)))
                        .filter(server -> !server.isBefore(needed)).findFirst();
    }

    public TestDatabase open() {
        return major == 0 ? TestDatabase.open(dialect) : PostgresDatabase.open(major);
    }

    /** Whether it is older than the version that something needs. */
    public boolean isBefore(int needed) {
        return major != 0 && major < needed;
    }

    @Override
    public String toString() {
        return major == 0 ? dialect : dialect + " " + major;
    }
}
