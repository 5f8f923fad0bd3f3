package dev.dbwarden.service.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dbwarden.service.api.Problem;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The answer 401: the same bytes whether there is no credential, a wrong one, or one of a path that does not exist. */
@Singleton
class Refusal {
    static final int STATUS = 401;
    static final String CHALLENGE = "Bearer realm=\"dbwarden\"";
    private static final ProblemType TYPE = ProblemType.UNAUTHENTICATED;
    private static final String DETAIL = "this needs a credential: send the header 'Authorization: Bearer <key>' with the key of a client of this service";

    private final Buffer body;

    Refusal(ObjectMapper mapper) throws JsonProcessingException {
        body = Buffer.buffer(mapper.writeValueAsBytes(new Problem(TYPE.uri(), TYPE.title(), STATUS, DETAIL, List.of(), Map.of())));
    }

    static ProblemException problem() {
        return new ProblemException(TYPE, DETAIL);
    }

    void answer(RoutingContext context) {
        mark(context);
        Continuation.deny(context);
        context.response().putHeader("Content-Type", Formats.PROBLEM).end(body);
    }

    /** What tells the refusal, whatever its body. */
    void mark(RoutingContext context) {
        context.response().setStatusCode(STATUS).putHeader("WWW-Authenticate", CHALLENGE);
    }
}
