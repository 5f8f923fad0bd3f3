package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.Location;
import java.util.Optional;

/**
 * Something that happens while the program's modules load.
 *
 * <p>{@code place} is where the module's own code made it happen, and {@code doubt} tells why it may not happen, or happen otherwise: it stands in a loop,
 * behind a condition.
 */
public sealed interface Event {
    Location place();

    Optional<String> doubt();

    /** Something outside was called. */
    record Called(Value.Construct construct, Location place, Optional<String> doubt) implements Event {}

    /** A class was defined. */
    record Defined(ClassValue type, Location place, Optional<String> doubt) implements Event {}

    /** An attribute of a class or of a term was assigned. */
    record Assigned(Value owner, String name, Value value, Location place, Optional<String> doubt) implements Event {}
}
