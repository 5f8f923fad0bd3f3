package dev.dbwarden.service.rest;

import dev.dbwarden.service.security.Caller;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** A line for each use of a database or of a credential: who, what, which database, outcome, duration. Holds nothing that a caller can make up. */
final class Audit {
    private static final Logger LOG = Logger.getLogger("dev.dbwarden.audit");
    private static final String CALL = "audit.call";
    private static final String DATABASE = "audit.database";
    /** What a path asks for, where nobody has told: a credential is refused before the request is read. */
    private static final Pattern ASKED = Pattern.compile("/v1/(databases(?:/[^/]*/(export|drift))?|migrations|snapshots|dialects|rules|limits)(?:/.*)?");

    private Audit() {}

    static void begin(RoutingContext context) {
        long start = System.nanoTime();
        context.addEndHandler(ended -> end(context, Duration.ofNanos(System.nanoTime() - start), ended.succeeded()));
    }

    /** What the request asks of which database; the name is one that the configuration has. */
    static void concerns(RoutingContext context, String call, Optional<String> database) {
        context.put(CALL, call);
        database.ifPresent(name -> context.put(DATABASE, name));
    }

    private static void end(RoutingContext context, Duration duration, boolean sent) {
        Caller caller = context.get(Gate.CALLER, Caller.ANONYMOUS);
        String told = context.get(CALL, "");
        int status = context.response().getStatusCode();
        if (told.isEmpty() && !caller.isKnown() && status != Refusal.STATUS) {
            return;
        }
        LOG.infof("caller=%s call=%s database=%s outcome=%s duration_ms=%d", caller.name(), told.isEmpty() ? asked(context.normalizedPath()) : told, context.get(DATABASE, "-"),
                sent ? Integer.toString(status) : "cut", duration.toMillis());
    }

    private static String asked(String path) {
        Matcher asked = ASKED.matcher(path);
        if (!asked.matches()) {
            return "other";
        }
        String call = Optional.ofNullable(asked.group(2)).orElse(asked.group(1));
        return call.equals("databases") ? "list" : call;
    }
}
