package dev.dbwarden.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;

/**
 * Sends requests from one thread, however many are under way, so that it takes little of the cores that it shares with the service. Like curl it waits
 * with a large body until it is asked for.
 */
final class Sender implements AutoCloseable {
    /** From this size on curl sends {@code Expect: 100-continue}, in bytes. */
    private static final int WAITS_FROM = 1 << 20;
    private static final int CONNECTIONS = 20_000;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1));
    private final HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS).setKeepAlive(true));
    private final RequestOptions options;

    /** @param address where all is posted to, as JSON */
    Sender(URI address) {
        options = new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(address.toString()).putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
    }

    /** The status of the answer, when it is read whole; 0 where there is none. */
    Future<Integer> status(Buffer body) {
        return client.request(options).compose(request -> answer(request, body)).otherwise(0);
    }

    private static Future<Integer> answer(HttpClientRequest request, Buffer body) {
        if (body.length() < WAITS_FROM) {
            return request.send(body).compose(response -> response.end().map(_ -> response.statusCode()));
        }
        request.putHeader(HttpHeaders.EXPECT, HttpHeaders.CONTINUE).putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        Promise<Integer> status = Promise.promise();
        request.continueHandler(_ -> request.end(body));
        request.response().compose(response -> response.end().map(_ -> response.statusCode())).onComplete(answer -> {
            status.handle(answer);
            request.reset();
        });
        request.sendHead();
        return status.future();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
