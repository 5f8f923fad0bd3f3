package dev.dbwarden.service.rest;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The requests of all lanes. A burst may fill their queues; while more comes than can be done none waits, since a standing queue makes every
 * answer late and not one more of them, and none shares a core.
 */
final class Load {
    /** How long there is no pause before what comes is taken for more than a burst, in nanoseconds. */
    private static final long BURST = Duration.ofSeconds(1).toNanos();
    /** How long a core is without work in a pause, in nanoseconds: more than can be done leaves shorter gaps. */
    private static final long PAUSE = Duration.ofMillis(50).toNanos();

    private final int cores;
    private final LongSupplier clock;
    private volatile boolean busy;
    /** When a core last became free, and when a pause was last seen. */
    private volatile long free;
    private volatile long pause;

    /** @param clock nanoseconds, as {@link System#nanoTime()} counts them */
    Load(int cores, LongSupplier clock) {
        this.cores = cores;
        this.clock = clock;
        free = clock.getAsLong();
        pause = free;
    }

    /**
     * One more comes; whether it may be one of a burst.
     *
     * @param working how many are worked on with it
     */
    boolean enter(int working) {
        long now = clock.getAsLong();
        if (!busy && now - free > PAUSE) {
            pause = now;
        }
        busy |= working >= cores;
        return now - pause <= BURST;
    }

    /** @param working how many are still worked on */
    void leave(int working) {
        if (busy && working < cores) {
            busy = false;
            free = clock.getAsLong();
        }
    }

    /** How many are worked on while none may wait: each has a core, and a single core has a large and a small one. */
    int places() {
        return Math.max(2, cores);
    }
}
