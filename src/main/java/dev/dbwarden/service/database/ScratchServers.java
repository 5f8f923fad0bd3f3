package dev.dbwarden.service.database;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;

/** Where migrations can be proven: on the servers that are registered for it, and on the embedded one. */
@Singleton
public class ScratchServers {
    private final Databases databases;

    ScratchServers(Databases databases) {
        this.databases = databases;
    }

    /** The scratch server of that registered name. */
    public Optional<ScratchServer> find(RegisteredDatabase database) {
        return registered(database).map(ScratchServer.class::cast);
    }

    void dropLeftOvers(@Observes StartupEvent started) {
        databases.all().stream().map(ScratchServers::registered).flatMap(Optional::stream)
                .forEach(server -> Thread.ofVirtual().start(server::dropLeftOvers));
    }

    private static Optional<RegisteredScratch> registered(RegisteredDatabase database) {
        return Stream.of(database).filter(RegisteredDatabase::scratch).findFirst()
                .flatMap(each -> each.connector().url().driver().scratch().map(sql -> new RegisteredScratch(each, sql)));
    }
}
