package dev.dbwarden.engine.merge;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.schema.Ref;
import java.util.List;

/**
 * Two changes that cannot both be had.
 *
 * @param subject what they quarrel about
 */
public record Conflict(Type type, Ref subject, List<Change> ours, List<Change> theirs) {
    /** How they stand in each other's way. */
    public enum Type {
        /** Both made one name, and not the same of it. */
        ADDED_DIFFERENTLY,
        /** Both altered one thing, and not to the same. */
        ALTERED_DIFFERENTLY,
        /** One side dropped what the other altered. */
        ALTERED_AND_DROPPED,
        /** One side dropped what the other needs for something new. */
        DROPPED_BUT_USED
    }

    public Conflict {
        ours = List.copyOf(ours);
        theirs = List.copyOf(theirs);
    }
}
