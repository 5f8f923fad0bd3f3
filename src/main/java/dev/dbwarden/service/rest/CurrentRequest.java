package dev.dbwarden.service.rest;

import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.database.Databases;
import dev.dbwarden.service.database.RegisteredDatabase;
import dev.dbwarden.service.security.Caller;
import dev.dbwarden.service.security.Role;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What the request at hand may do. What it may not see is not there. */
@Singleton
public class CurrentRequest {
    private final CurrentVertxRequest current;
    private final Databases databases;

    CurrentRequest(CurrentVertxRequest current, Databases databases) {
        this.current = current;
        this.databases = databases;
    }

    /** The caller, who has the role. */
    Caller caller(String call, Role role) {
        RoutingContext context = current.getCurrent();
        Audit.concerns(context, call, Optional.empty());
        Caller caller = context.get(Gate.CALLER, Caller.ANONYMOUS);
        if (!caller.isKnown()) {
            throw Refusal.problem();
        }
        if (!caller.has(role)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "this needs the role '" + role.word() + "', which the credential does not have");
        }
        return caller;
    }

    /** The database of that name, which the caller is granted, and may use in the role. */
    RegisteredDatabase database(String name, String call, Role role) {
        Caller caller = caller(call, role);
        RegisteredDatabase database = databases.find(name).filter(each -> caller.mayUse(each.name()))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "there is no such database; GET /v1/databases lists those that this credential may use"));
        Audit.concerns(current.getCurrent(), call, Optional.of(database.name()));
        return database;
    }
}
