package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.Location;

/** How much work a program may cost, so that a short text cannot ask for an endless calculation. */
final class Budget {
    /** Besides one step for each character of the program's text, which is more than reading it once takes. */
    private static final int STEPS = 200_000;
    private static final int DEEPEST = 250;
    /** How long a text or a collection may get that is calculated. */
    static final int LARGEST = 100_000;

    private final long steps;
    private long taken;
    private int depth;

    Budget(long length) {
        steps = STEPS + length;
    }

    /** Takes one step down; it has to be left again. */
    void enter(Location at) {
        if (++taken > steps) {
            throw new LimitException("reading these models takes more than " + steps + " steps; write out what they calculate", at);
        }
        if (++depth > DEEPEST) {
            throw new LimitException("the calculation nests deeper than " + DEEPEST, at);
        }
    }

    void leave() {
        depth--;
    }

    void spend(long work, Location at) {
        if (work > LARGEST) {
            throw new LimitException("a calculated text or collection has more than " + LARGEST + " parts", at);
        }
        taken += work;
    }
}
