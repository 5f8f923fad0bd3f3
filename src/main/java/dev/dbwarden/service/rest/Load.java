package dev.dbwarden.service.rest;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * The requests of all lanes. A burst may fill their queues; while more comes than can be done none waits, since a standing queue makes every
 * answer late and not one more of them, and none shares a core.
 */
final class Load {
    /** How long there is no pause before what comes is taken for more than a burst, in nanoseconds. */
    static final long BURST = Duration.ofSeconds(1).toNanos();
    /** How long a core is without work in a pause, in nanoseconds: more than can be done leaves shorter gaps. */
    static final long PAUSE = Duration.ofMillis(50).toNanos();

    private final int cores;
    private final LongSupplier clock;
    private final AtomicInteger inside = new AtomicInteger();
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

    /** Counts one more, and says whether it may be one of a burst. */
    boolean enter() {
        long now = clock.getAsLong();
        if (inside.incrementAndGet() <= cores && now - free > PAUSE) {
            pause = now;
        }
        return now - pause <= BURST;
    }

    /** Whether each has a core; a single core has a large and a small one. */
    boolean fits() {
        return inside.get() <= Math.max(2, cores);
    }

    void leave() {
        if (inside.decrementAndGet() == cores - 1) {
            free = clock.getAsLong();
        }
    }
}
