package dev.dbwarden.service.database;

import dev.dbwarden.engine.dialect.Introspection;
import dev.dbwarden.engine.dialect.Introspector;
import dev.dbwarden.engine.dialect.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The readings of one database: as many at once as its pool is large, the others wait. Who comes while one waits for its turn or for a
 * connection joins it; who comes later gets the next one, as what runs already may have looked before the caller's own changes.
 * Each waits as long as it said, and a reading goes on while anybody waits for it.
 */
final class Readings implements AutoCloseable {
    private static final int LONGEST_QUEUE = 100;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final RegisteredDatabase database;
    private final ThreadPoolExecutor threads;
    private final Map<Wanted, Reading> joinable = new HashMap<>();

    Readings(RegisteredDatabase database) {
        this.database = database;
        int size = database.pool().size();
        threads = new ThreadPoolExecutor(size, size, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(LONGEST_QUEUE),
                Thread.ofPlatform().name("database-" + database.name() + "-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * What a reading is to find.
     *
     * @param statistics whether also how big the tables are
     */
    record Wanted(Scope scope, boolean statistics) {}

    Introspection read(Wanted wanted, Duration atMost) {
        Reading reading = join(wanted);
        try {
            return reading.result.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw DatabaseFailure.timeout(database);
        } catch (ExecutionException e) {
            throw DatabaseFailure.of(database, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DatabaseFailure.timeout(database);
        } finally {
            part(reading);
        }
    }

    private synchronized Reading join(Wanted wanted) {
        Reading waiting = joinable.get(wanted);
        if (waiting != null) {
            waiting.callers++;
            return waiting;
        }
        var reading = new Reading(wanted);
        try {
            threads.execute(reading);
        } catch (RejectedExecutionException e) {
            throw LiveSchemas.overloaded(database);
        }
        joinable.put(wanted, reading);
        reading.callers++;
        return reading;
    }

    /** A caller has its answer, or gives up; what nobody waits for any more is given up too. */
    private synchronized void part(Reading reading) {
        reading.callers--;
        if (reading.callers == 0 && !reading.result.isDone()) {
            leave(reading);
            reading.abort();
        }
    }

    private synchronized void leave(Reading reading) {
        joinable.remove(reading.wanted, reading);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** One introspection. */
    private final class Reading implements Runnable {
        private final Wanted wanted;
        private final CompletableFuture<Introspection> result = new CompletableFuture<>();
        private volatile Optional<Connection> connection = Optional.empty();
        /** How many wait for it; guarded by the readings' lock. */
        private int callers;

        Reading(Wanted wanted) {
            this.wanted = wanted;
        }

        @Override
        public void run() {
            if (result.isDone()) {
                return;
            }
            try (Connection opened = database.pool().connection()) {
                connection = Optional.of(opened);
                leave(this);
                result.complete(introspect(opened));
            } catch (Throwable e) {
                leave(this);
                result.completeExceptionally(e);
            }
        }

        private Introspection introspect(Connection opened) throws SQLException {
            try {
                Scope scope = database.scope().within(wanted.scope());
                Introspector introspector = database.dialect().introspector();
                Introspection found = introspector.introspect(opened, scope);
                return wanted.statistics() ? found.with(introspector.statistics(opened, scope)) : found;
            } finally {
                if (!opened.getAutoCommit()) {
                    opened.rollback();
                }
            }
        }

        /** Gives up: a connection that is cut wakes the thread that waits on it. */
        void abort() {
            result.completeExceptionally(new TimeoutException());
            connection.ifPresent(opened -> {
                try {
                    opened.abort(Runnable::run);
                } catch (SQLException closedAlready) {
                    // then nobody waits on it
                }
            });
        }
    }
}
