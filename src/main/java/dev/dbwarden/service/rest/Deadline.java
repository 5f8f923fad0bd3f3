package dev.dbwarden.service.rest;

import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.document.Limits;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Does the work of a request for as long as a request may take; then its thread is interrupted, and the work stops at its next step. */
final class Deadline {
    private Deadline() {}

    static <T> T within(Limits limits, Body body, Supplier<T> work) {
        var started = new AtomicBoolean();
        Future<T> future = Lane.of(body.bytes().length).executor().submit(() -> {
            started.set(true);
            return work.get();
        });
        try {
            return future.get(limits.requestTime().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw started.get() ? tooLong(limits) : new ProblemException(ProblemType.OVERLOADED, "the request waited too long for its turn; send it again");
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static ProblemException tooLong(Limits limits) {
        return new ProblemException(ProblemType.TOO_LARGE, "the request takes longer than " + limits.requestTime().toSeconds()
                + " seconds; send fewer or smaller sources", List.of(), Map.of("limit", limits.requestTime().toSeconds()));
    }

    private static RuntimeException rethrown(Throwable cause) {
        return switch (cause) {
            case RuntimeException e -> e;
            case StackOverflowError _ -> new ProblemException(ProblemType.TOO_LARGE, "an expression nests deeper than this service reads");
            default -> new CompletionException(cause);
        };
    }
}
