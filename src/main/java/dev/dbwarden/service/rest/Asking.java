package dev.dbwarden.service.rest;

import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.database.Databases;
import dev.dbwarden.service.database.EmbeddedScratch;
import dev.dbwarden.service.database.RegisteredDatabase;
import dev.dbwarden.service.database.ScratchServer;
import dev.dbwarden.service.database.ScratchServers;
import dev.dbwarden.service.security.Caller;
import dev.dbwarden.service.security.Role;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a request may do. What its caller may not see is not there. */
record Asking(RoutingContext context, Databases databases, ScratchServers servers) {
    /** The caller, who has the role. */
    Caller caller(String call, Role role) {
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
        Optional<RegisteredDatabase> database = databases.find(name);
        boolean faulty = databases.isFaulty(name);
        Audit.concerns(context, call, Optional.of(name).filter(_ -> database.isPresent() || faulty));
        Caller caller = caller(call, role);
        if (caller.mayUse(name) && faulty) {
            throw new ProblemException(ProblemType.DATABASE_UNREACHABLE, "database " + name + " could not be read: it is misconfigured; the service's log says how");
        }
        return database.filter(_ -> caller.mayUse(name))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "there is no such database; GET /v1/databases lists those that this credential may use"));
    }

    /** Waits for the database, without a place among those who compute. */
    <T> T aside(RegisteredDatabase database, Supplier<T> waiting) {
        return Place.of(context).aside(database, waiting);
    }

    /** The scratch server of that name. The embedded one is everybody's: nothing is in its reach. */
    ScratchServer scratch(String name) {
        if (name.equals(EmbeddedScratch.NAME)) {
            Audit.concerns(context, "verify", Optional.of(name));
            return new EmbeddedScratch();
        }
        RegisteredDatabase database = database(name, "verify", Role.VERIFY);
        String message = "database " + database.name() + " is not registered as scratch";
        return servers.find(database).orElseThrow(() -> new ProblemException(ProblemType.UNSUPPORTED, message,
                List.of(Mistake.at("/verify", message).fixedBy("name one that is, as GET /v1/databases tells, or " + EmbeddedScratch.NAME))));
    }
}
