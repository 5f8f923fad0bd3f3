package dev.dbwarden.service.rest;

import dev.dbwarden.service.security.Caller;
import dev.dbwarden.service.security.Callers;
import dev.dbwarden.service.security.SecurityConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Stands before every path, also those that are no resources: finds out who calls, and turns away a credential that is nobody's, and
 * callers without one where everything needs one.
 */
@Singleton
public class Gate {
    static final String CALLER = "caller";
    private static final int PRIORITY = 100;
    private static final String HEALTH = "/q/health";

    private final Callers callers;
    private final SecurityConfig config;
    private final Refusal refusal;

    Gate(Callers callers, SecurityConfig config, Refusal refusal) {
        this.callers = callers;
        this.config = config;
        this.refusal = refusal;
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, PRIORITY);
    }

    private void filter(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.equals(HEALTH) || path.startsWith(HEALTH + "/")) {
            context.next();
            return;
        }
        Audit.begin(context);
        String authorization = Optional.ofNullable(context.request().getHeader(HttpHeaders.AUTHORIZATION)).orElse("");
        if (callers.mayWait(authorization)) {
            context.request().pause();
            context.vertx().executeBlocking(() -> callers.find(authorization), false)
                    .onSuccess(found -> {
                        context.request().resume();
                        admit(context, authorization, found);
                    }).onFailure(context::fail);
            return;
        }
        admit(context, authorization, callers.find(authorization));
    }

    private void admit(RoutingContext context, String authorization, Optional<Caller> found) {
        if (found.isEmpty() && (config.requireAuth() || !authorization.isEmpty())) {
            refusal.answer(context);
            return;
        }
        context.put(CALLER, found.orElse(Caller.ANONYMOUS));
        context.next();
    }
}
