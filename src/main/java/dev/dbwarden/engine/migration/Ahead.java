package dev.dbwarden.engine.migration;

import dev.dbwarden.engine.sql.Interruption;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A piece of one request's work that is begun ahead of the time when its result is needed, on a thread that helps. There is one helper less
 * than there are cores, and nothing waits for one: what no helper has begun when it is needed is done by whoever needs it, and so is what is soon done.
 *
 * <p>To be closed: what is not needed any more stops, and whoever is interrupted interrupts his helper.
 */
public final class Ahead<T> implements AutoCloseable {
    /** Objects of a schema from which on a second thread gains more than it costs: a few milliseconds of work. */
    private static final int MANY = 100;

    private static final Optional<ThreadPoolExecutor> HELPERS = helpers(Runtime.getRuntime().availableProcessors() - 1);

    private final FutureTask<T> task;

    private Ahead(Supplier<T> work) {
        task = new FutureTask<>(work::get);
    }

    /** @param objects how many the work is about */
    public static <T> Ahead<T> of(int objects, Supplier<T> work) {
        var ahead = new Ahead<>(work);
        if (objects >= MANY) {
            HELPERS.ifPresent(helpers -> helpers.execute(ahead.task));
        }
        return ahead;
    }

    /** What came of it; fails as the work does. */
    public T get() {
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Interruption.check();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    /** A task that somebody else has done is passed over where it waits, but until then it would hold what came of it. */
    @Override
    public void close() {
        task.cancel(true);
        HELPERS.ifPresent(helpers -> helpers.remove(task));
    }

    private static Optional<ThreadPoolExecutor> helpers(int threads) {
        if (threads == 0) {
            return Optional.empty();
        }
        var helpers = new ThreadPoolExecutor(threads, threads, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), Thread.ofPlatform().name("helper-", 0).daemon().factory());
        helpers.allowCoreThreadTimeOut(true);
        return Optional.of(helpers);
    }

    private static RuntimeException rethrown(Throwable cause) {
        return switch (cause) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException(cause);
        };
    }
}
