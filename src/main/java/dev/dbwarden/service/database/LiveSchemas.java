package dev.dbwarden.service.database;

import dev.dbwarden.engine.dialect.Introspection;
import dev.dbwarden.engine.dialect.Scope;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads live schemas. Callers that want the same at the same time share one reading, and none gets a schema older than its request. */
@Singleton
public class LiveSchemas {
    private final Map<String, Readings> readings = new ConcurrentHashMap<>();

    /** Reads what of the database lies within its own scope and within the given one, for at most the given time. */
    public Introspection read(RegisteredDatabase database, Scope within, Duration atMost) {
        return read(database, new Readings.Wanted(within, false), atMost);
    }

    /** The same, with how big the tables are. */
    public Introspection readWithStatistics(RegisteredDatabase database, Scope within, Duration atMost) {
        return read(database, new Readings.Wanted(within, true), atMost);
    }

    private Introspection read(RegisteredDatabase database, Readings.Wanted wanted, Duration atMost) {
        return readings.computeIfAbsent(database.name(), _ -> new Readings(database)).read(wanted, atMost);
    }

    @PreDestroy
    void close() {
        readings.values().forEach(Readings::close);
    }

    static ProblemException overloaded(RegisteredDatabase database) {
        return new ProblemException(ProblemType.OVERLOADED, "too many requests wait for database " + database.name() + "; ask again in a few seconds");
    }
}
