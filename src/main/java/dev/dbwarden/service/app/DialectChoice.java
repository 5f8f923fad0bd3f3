package dev.dbwarden.service.app;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import java.util.List;
import java.util.Optional;

/** Which dialect a request is about. */
final class DialectChoice {
    private DialectChoice() {}

    /** The dialect that the request names, or else the snapshot; both have to be one. */
    static Dialect of(Optional<String> requested, Optional<String> snapshots) {
        return of(requested, snapshots, "/snapshot");
    }

    /** The same for a snapshot that stands elsewhere in the request. */
    static Dialect of(Optional<String> requested, Optional<String> snapshots, String pointer) {
        Optional<Dialect> ofRequest = requested.map(name -> find(name, "/dialect"));
        Optional<Dialect> ofSnapshot = snapshots.map(name -> find(name, pointer + "/dialect"));
        if (ofRequest.isPresent() && ofSnapshot.isPresent() && ofRequest.get() != ofSnapshot.get()) {
            String message = "the snapshot is of dialect %s, and the request asks for %s".formatted(ofSnapshot.get().name(), ofRequest.get().name());
            throw new ProblemException(ProblemType.INVALID_SNAPSHOT, message,
                    List.of(Mistake.at(pointer + "/dialect", message).fixedBy("send the snapshot of that database, or its dialect")));
        }
        return ofRequest.or(() -> ofSnapshot).orElseThrow(() -> {
            String message = "the dialect is missing";
            return new ProblemException(ProblemType.MALFORMED_REQUEST, message,
                    List.of(Mistake.at("/dialect", message).fixedBy("send one of " + names() + "; a snapshot that this service has written carries it")));
        });
    }

    private static Dialect find(String name, String pointer) {
        return Dialects.find(name).orElseThrow(() -> {
            String message = "there is no dialect '" + name + "' here";
            return new ProblemException(ProblemType.UNSUPPORTED, message + "; supported: " + names(),
                    List.of(Mistake.at(pointer, message).fixedBy("send one of " + names())));
        });
    }

    private static String names() {
        return String.join(", ", Dialects.all().stream().map(Dialect::name).toList());
    }
}
