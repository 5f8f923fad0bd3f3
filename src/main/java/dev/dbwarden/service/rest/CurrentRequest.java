package dev.dbwarden.service.rest;

import dev.dbwarden.service.database.Databases;
import dev.dbwarden.service.database.ScratchServers;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;

/** The request at hand, on the thread that it came on. */
@Singleton
public class CurrentRequest {
    private final CurrentVertxRequest current;
    private final Databases databases;
    private final ScratchServers scratch;

    CurrentRequest(CurrentVertxRequest current, Databases databases, ScratchServers scratch) {
        this.current = current;
        this.databases = databases;
        this.scratch = scratch;
    }

    /** What it asks for, which may be looked at on any thread. */
    Asking asking() {
        return new Asking(current.getCurrent(), databases, scratch);
    }
}
