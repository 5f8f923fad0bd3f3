package dev.dbwarden.engine.migration;

import java.util.function.Supplier;

/**
 * Two pieces of one request's work, side by side where a thread is free to help, one after the other where none is.
 *
 * @param first  what the first piece gave
 * @param second what the second gave
 */
public record SideBySide<A, B>(A first, B second) {
    /**
     * Does both, the second on this thread; if both fail, it fails as the first does.
     *
     * @param objects how many the work is about
     */
    public static <A, B> SideBySide<A, B> of(int objects, Supplier<A> first, Supplier<B> second) {
        try (var aside = Ahead.of(objects, first)) {
            B ours = ours(second, aside);
            return new SideBySide<>(aside.get(), ours);
        }
    }

    private static <B> B ours(Supplier<B> second, Ahead<?> aside) {
        try {
            return second.get();
        } catch (RuntimeException | Error e) {
            aside.get();
            throw e;
        }
    }
}
