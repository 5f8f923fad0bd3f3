package dev.dbwarden.service.rest;

import java.util.Arrays;
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

    /** Bytes from which a body is large: some hundred tables, a tenth of a second. */
    private static final long LARGE_BODY = 256 << 10;

    private static final Load LOAD = new Load(Runtime.getRuntime().availableProcessors(), System::nanoTime);

    private final int threads;
    private final int weight;
    private final ExecutorService executor;
    private final AtomicInteger admitted = new AtomicInteger();

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

    /** Takes a request in; false where as many wait already as may wait. */
    boolean enter(int queue) {
        int inside = admitted.incrementAndGet();
        int working = working();
        boolean burst = LOAD.enter(working);
        if (inside <= threads + (burst ? waiting(queue) : 0) && (burst || working <= LOAD.places())) {
            return true;
        }
        leave();
        return false;
    }

    /** How many of its requests may wait, of a queue so long. */
    int waiting(int queue) {
        return Math.ceilDiv(queue, weight);
    }

    /** Takes a request back in that had left to wait for a database. */
    void comeBack() {
        admitted.incrementAndGet();
        LOAD.enter(working());
    }

    void leave() {
        admitted.decrementAndGet();
        LOAD.leave(working());
    }

    /** How many requests of all lanes have a thread. */
    private static int working() {
        return Arrays.stream(values()).mapToInt(lane -> Math.min(lane.admitted.get(), lane.threads)).sum();
    }
}
