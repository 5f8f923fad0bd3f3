package dev.dbwarden.engine.migration;

import dev.dbwarden.engine.sql.Interruption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Two pieces of one request's work, side by side where a thread is free to help, one after the other where none is. There is one helper
 * less than there are cores, and nothing waits for one; what is soon done is done by one. Whoever is interrupted interrupts his helper.
 *
 * @param first  what the first piece gave
 * @param second what the second gave
 */
public record SideBySide<A, B>(A first, B second) {
    /** Objects of a schema from which on a second thread gains more than it costs: a few milliseconds of work. */
    private static final int MANY = 100;

    private static final Executor HELPERS = helpers(Runtime.getRuntime().availableProcessors() - 1);

    /**
     * Does both; if both fail, it fails as the first does, as if they had been done one after the other.
     *
     * @param objects how many the work is about
     */
    public static <A, B> SideBySide<A, B> of(int objects, Supplier<A> first, Supplier<B> second) {
        if (objects < MANY) {
            return new SideBySide<>(first.get(), second.get());
        }
        var task = new FutureTask<>(second::get);
        HELPERS.execute(task);
        try {
            A ours = first.get();
            task.run();
            return new SideBySide<>(ours, task.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Interruption.check();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } finally {
            task.cancel(true);
        }
    }

    /** A task that finds no free helper is left to whoever wants its result: a task that runs already is not run again. */
    private static Executor helpers(int threads) {
        if (threads == 0) {
            return _ -> { };
        }
        var helpers = new ThreadPoolExecutor(threads, threads, 1, TimeUnit.MINUTES, new SynchronousQueue<>(),
                Thread.ofPlatform().name("helper-", 0).daemon().factory(), (_, _) -> { });
        helpers.allowCoreThreadTimeOut(true);
        return helpers;
    }

    private static RuntimeException rethrown(Throwable cause) {
        return switch (cause) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException(cause);
        };
    }
}
