package dev.dbwarden.engine.plan;

import dev.dbwarden.engine.change.Change;

/**
 * A change on the way, and why it is there.
 *
 * @param cause the index of the reported change that it belongs to
 */
public record Step(Change change, int cause) {
    public Step inverse() {
        return new Step(change.inverse(), cause);
    }
}
