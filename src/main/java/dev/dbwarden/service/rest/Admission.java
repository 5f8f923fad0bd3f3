package dev.dbwarden.service.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dbwarden.service.api.Problem;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.app.LimitsConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;

/**
 * Refuses what is more than can wait, before anything is read of it: on the event loop, so that the answer comes at once however busy the
 * other threads are. Only what computes is counted; health, metrics and the catalog always answer.
 */
@ApplicationScoped
public class Admission {
    static final int RETRY_AFTER_SECONDS = 1;
    private static final int BEFORE_EVERYTHING = 1_000;
    private static final String COUNTED = "/v1/";

    private final int queue;
    private final byte[] refusal;

    Admission(LimitsConfig config, ObjectMapper mapper) throws JsonProcessingException {
        queue = config.queue();
        refusal = mapper.writeValueAsBytes(new Problem(ProblemType.OVERLOADED.uri(), ProblemType.OVERLOADED.title(), 503,
                "as many requests wait already as may wait; send it again after " + RETRY_AFTER_SECONDS + " second", List.of(), Map.of()));
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_EVERYTHING);
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.method() != HttpMethod.POST || !request.path().startsWith(COUNTED)) {
            context.next();
            return;
        }
        Lane lane = Lane.of(size(request));
        if (lane.enter(queue)) {
            Place.take(context, lane, queue);
            context.next();
            return;
        }
        refuse(context);
    }

    /** A body of unknown length is taken for small, as most are; its work waits among the large ones if it is not. */
    private static long size(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private void refuse(RoutingContext context) {
        var response = context.response().setStatusCode(503).putHeader(HttpHeaders.CONTENT_TYPE, Formats.PROBLEM)
                .putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER_SECONDS));
        if (Lane.of(size(context.request())) == Lane.LARGE) {
            Continuation.close(context);
        }
        Continuation.deny(context);
        response.end(Buffer.buffer(refusal));
        context.request().resume();
    }
}
