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
    SMALL(Load.CORES, 1),
    LARGE(Math.max(1, Load.CORES - 1), 8);

    /** Bytes from which a body is large: some hundred tables, a tenth of a second. */
    private static final long LARGE_BODY = 256 << 10;

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
        boolean burst = Load.enter();
        int places = threads + (burst ? Math.ceilDiv(queue, weight) : 0);
        if (admitted.incrementAndGet() <= places && (burst || Load.fits())) {
            return true;
        }
        leave();
        return false;
    }

    void leave() {
        admitted.decrementAndGet();
        Load.leave();
    }

    /**
     * The requests of all lanes. A burst may fill the queues; while more comes than can be done none waits, since a standing queue makes every
     * answer late and not one more of them, and none shares a core.
     */
    private static final class Load {
        static final int CORES = Runtime.getRuntime().availableProcessors();

        /** How long there is no pause before what comes is taken for more than a burst, in nanoseconds. */
        private static final long BURST = Duration.ofSeconds(1).toNanos();
        /** How long a core is without work in a pause, in nanoseconds: more than can be done leaves shorter gaps. */
        private static final long PAUSE = Duration.ofMillis(50).toNanos();

        private static final AtomicInteger inside = new AtomicInteger();
        /** When a core last became free, and when a pause was last seen, by {@link System#nanoTime()}. */
        private static volatile long free = System.nanoTime();
        private static volatile long pause = free;

        /** Counts one more, and says whether it may be one of a burst. */
        static boolean enter() {
            long now = System.nanoTime();
            if (inside.incrementAndGet() <= CORES && now - free > PAUSE) {
                pause = now;
            }
            return now - pause <= BURST;
        }

        /** Whether each has a core; a single core has a large and a small one. */
        static boolean fits() {
            return inside.get() <= Math.max(2, CORES);
        }

        static void leave() {
            if (inside.decrementAndGet() == CORES - 1) {
                free = System.nanoTime();
            }
        }
    }
}
