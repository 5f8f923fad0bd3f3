package dev.dbwarden.service.api;

import java.util.Optional;
import java.util.stream.Stream;

/** What led to a failure: the failure itself and its causes, the outermost first. */
public final class Causes {
    /** Causes may go round in a circle. */
    private static final int LONGEST = 10;

    private Causes() {}

    public static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(LONGEST);
    }

    /** The outermost of a kind. */
    public static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> kind) {
        return of(failure).filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
