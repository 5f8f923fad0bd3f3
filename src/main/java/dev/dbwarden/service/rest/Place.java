package dev.dbwarden.service.rest;

import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.database.RegisteredDatabase;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The place of a request in its lane. While it waits for a database another has it, so that a database that hangs stands in the way of
 * nobody who needs none, or another. As many may wait for each database as may wait for a core.
 */
final class Place {
    private static final String KEY = "place";
    private static final Map<Wait, Semaphore> WAITING = new ConcurrentHashMap<>();

    private final Lane lane;
    private final int queue;
    private boolean aside;
    private boolean over;

    private Place(Lane lane, int queue) {
        this.lane = lane;
        this.queue = queue;
    }

    private record Wait(Lane lane, String database) {}

    /** The request has entered the lane, and leaves it when it has ended. */
    static void take(RoutingContext context, Lane lane, int queue) {
        var place = new Place(lane, queue);
        context.put(KEY, place);
        context.addEndHandler(_ -> place.end());
    }

    static Place of(RoutingContext context) {
        return context.get(KEY);
    }

    /** Waits for a database. */
    <T> T aside(RegisteredDatabase database, Supplier<T> waiting) {
        Semaphore free = WAITING.computeIfAbsent(new Wait(lane, database.name()), _ -> new Semaphore(lane.waiting(queue)));
        if (!free.tryAcquire()) {
            throw new ProblemException(ProblemType.OVERLOADED, "too many requests wait for database " + database.name() + "; ask again in a few seconds");
        }
        leave();
        try {
            return waiting.get();
        } finally {
            free.release();
            comeBack();
        }
    }

    private synchronized void leave() {
        aside = true;
        if (!over) {
            lane.leave();
        }
    }

    private synchronized void comeBack() {
        aside = false;
        if (!over) {
            lane.comeBack();
        }
    }

    /** Whose caller has gone does not come back. */
    private synchronized void end() {
        over = true;
        if (!aside) {
            lane.leave();
        }
    }
}
