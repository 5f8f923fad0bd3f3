package dev.dbwarden.service.rest;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * The body of a request with {@code Expect: 100-continue}, as curl sends with more than a megabyte: Quarkus REST asks for it when it reads it, so of a
 * request that is refused before, it is never sent.
 */
final class Continuation {
    /** Long enough for a client that does not wait for the word to have read the answer, in milliseconds. */
    private static final long LINGER = Duration.ofSeconds(5).toMillis();

    private Continuation() {}

    /** After an answer instead of that word nobody knows whether the next byte is the body's, so the connection ends with it. */
    static void deny(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
            close(context);
            context.addEndHandler(_ -> context.vertx().setTimer(LINGER, _ -> request.connection().close()));
        }
    }

    /** Tells the client to end the connection. */
    static void close(RoutingContext context) {
        if (context.request().version() != HttpVersion.HTTP_2) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }
}
