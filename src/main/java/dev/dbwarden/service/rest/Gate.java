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
    private static final String PAGE = "/";
    /** What the page is made of; tells nothing that is not in the source. */
    private static final String PAGE_FILES = "/page/";

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
            refuse(context);
            return;
        }
        context.put(CALLER, found.orElse(Caller.ANONYMOUS));
        context.next();
    }

    /** A browser cannot send a key before it has the page that asks for it, so that is what the refusal of the page holds. */
    private void refuse(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.equals(PAGE)) {
            refusal.mark(context);
            context.next();
        } else if (path.startsWith(PAGE_FILES)) {
            context.next();
        } else {
            refusal.answer(context);
        }
    }
}
