package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.Location;

/** How much work a program may cost, so that a short text cannot ask for an endless calculation. */
final class Budget {
    private static final int STEPS = 3_000_000;
    private static final int DEEPEST = 250;
    /** How long a text or a collection may get that is calculated. */
    static final int LARGEST = 100_000;

    private int steps;
    private int depth;

    /** Takes one step down; it has to be left again. */
    void enter(Location at) {
        if (++steps > STEPS) {
            throw new LimitException("reading this model takes more than " + STEPS + " steps; write what it calculates out", at);
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
        steps += (int) work;
    }
}
