package dev.dbwarden.service.rest;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where a request is worked on, by the size of its body: large ones wait for each other, and leave a core for the small ones. The work is
 * all computing, so there are as many threads as cores.
 */
enum Lane {
    SMALL(Runtime.getRuntime().availableProcessors(), 1),
    LARGE(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), 8);

    /** How long most threads may be at work before what comes is taken for more than a burst, in nanoseconds. */
    private static final long BURST = Duration.ofSeconds(1).toNanos();

    /** Bytes from which a body is large: some hundred tables, a tenth of a second. */
    private static final long LARGE_BODY = 256 << 10;

    private final int threads;
    private final int weight;
    private final ExecutorService executor;
    private final AtomicInteger admitted = new AtomicInteger();
    /** When a request last found half of the threads without work, by {@link System#nanoTime()}. */
    private volatile long idle = System.nanoTime();

    /** @param weight how many times longer its requests are waited for than small ones, so that fewer of them may wait */
    Lane(int threads, int weight) {
        this.threads = threads;
        this.weight = weight;
        this.executor = Executors.newFixedThreadPool(threads, Thread.ofPlatform().name(name().toLowerCase(Locale.ROOT) + "-", 0).daemon().factory());
    }

    static Lane of(long bodySize) {
        return bodySize >= LARGE_BODY ? LARGE : SMALL;
    }

    ExecutorService executor() {
        return executor;
    }

    /**
     * Takes a request in; false where as many wait already as may wait. A burst may fill the queue; while more comes than can be done, only one
     * waits, since a standing queue makes every answer late and not one more of them.
     */
    boolean enter(int queue) {
        int inside = admitted.incrementAndGet();
        if (inside <= Math.ceilDiv(threads, 2)) {
            idle = System.nanoTime();
        }
        int places = Math.ceilDiv(queue, weight);
        if (inside > threads + (System.nanoTime() - idle > BURST ? Math.min(1, places) : places)) {
            admitted.decrementAndGet();
            return false;
        }
        return true;
    }

    void leave() {
        admitted.decrementAndGet();
    }
}
