package dev.dbwarden.engine.merge;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.schema.Ref;
import java.util.List;
import java.util.Optional;

/**
 * Two changes that cannot both be had.
 *
 * @param subject what they quarrel about
 * @param problem what the dialect has against having both
 */
public record Conflict(Type type, Optional<Ref> subject, List<Change> ours, List<Change> theirs, Optional<String> problem) {
    /** How they stand in each other's way. */
    public enum Type {
        /** Both made one name, and not the same of it. */
        ADDED_DIFFERENTLY,
        /** Both altered one thing, and not to the same. */
        ALTERED_DIFFERENTLY,
        /** One side dropped what the other altered. */
        ALTERED_AND_DROPPED,
        /** One side dropped what the other needs for something new. */
        DROPPED_BUT_USED,
        /** Both dropped one thing, and each made something else that may be it under another name. */
        RENAMED_DIFFERENTLY,
        /** Each side is right alone, and together they are what the dialect does not have. */
        DOES_NOT_FIT
    }

    public Conflict {
        ours = List.copyOf(ours);
        theirs = List.copyOf(theirs);
    }

    Conflict(Type type, Ref subject, List<Change> ours, List<Change> theirs) {
        this(type, Optional.of(subject), ours, theirs, Optional.empty());
    }

    /** A problem of which it is not known what it takes. */
    Conflict(String problem) {
        this(Type.DOES_NOT_FIT, Optional.empty(), List.of(), List.of(), Optional.of(problem));
    }
}
