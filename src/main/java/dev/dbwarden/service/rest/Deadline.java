package dev.dbwarden.service.rest;

import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.document.Limits;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Runs the work of a request on a thread of its own, for as long as a request may take. */
final class Deadline {
    private static final ExecutorService THREADS = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("request-", 0).daemon().factory());

    private Deadline() {}

    static <T> T within(Limits limits, Supplier<T> work) {
        Future<T> future = THREADS.submit(work::get);
        try {
            return future.get(limits.requestTime().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new ProblemException(ProblemType.TOO_LARGE, "the request takes longer than " + limits.requestTime().toSeconds() + " seconds");
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        return switch (cause) {
            case RuntimeException e -> e;
            case StackOverflowError _ -> new ProblemException(ProblemType.TOO_LARGE, "an expression nests deeper than this service reads");
            default -> new CompletionException(cause);
        };
    }
}
