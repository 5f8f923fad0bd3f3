package dev.dbwarden.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dbwarden.engine.sql.Interruption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final int MANY = 1_000;

    @Test
    void givesWhatBothGave() {
        assertThat(SideBySide.of(MANY, () -> 1, () -> "two")).isEqualTo(new SideBySide<>(1, "two"));
        assertThat(SideBySide.of(1, () -> 1, () -> "two")).isEqualTo(new SideBySide<>(1, "two"));
    }

    @Test
    void failsAsTheFirstDoesWhereBothFail() {
        assertThatThrownBy(() -> SideBySide.of(MANY, failing("first"), failing("second"))).hasMessage("first");
        assertThatThrownBy(() -> SideBySide.of(MANY, () -> 1, failing("second"))).hasMessage("second");
    }

    @Test
    void passesErrorsOnAsTheyAre() {
        assertThatThrownBy(() -> SideBySide.of(MANY, () -> 1, () -> {
            throw new StackOverflowError();
        })).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void goesOnAloneWhereNobodyIsFree() {
        Supplier<SideBySide<Integer, Integer>> nested = () -> SideBySide.of(MANY, () -> 1, () -> SideBySide.of(MANY, () -> 2, () -> 3).second());
        assertThat(SideBySide.of(MANY, nested, nested)).isEqualTo(new SideBySide<>(new SideBySide<>(1, 3), new SideBySide<>(1, 3)));
    }

    @Test
    void stopsBothWhenTheCallerIsInterrupted() throws InterruptedException {
        assumeThat(Runtime.getRuntime().availableProcessors()).as("cores, of which one is the caller's").isGreaterThan(1);
        var started = new CountDownLatch(2);
        var stopped = new CountDownLatch(2);
        Supplier<Integer> work = () -> {
            started.countDown();
            try {
                return workUntilInterrupted();
            } finally {
                stopped.countDown();
            }
        };
        Thread caller = Thread.ofPlatform().start(() -> assertThatThrownBy(() -> SideBySide.of(MANY, work, work)).isInstanceOf(Interruption.class));
        started.await();
        caller.interrupt();
        assertThat(stopped.await(30, TimeUnit.SECONDS)).isTrue();
        caller.join();
    }

    @Test
    void stopsWhatIsNotNeededAnyMore() throws InterruptedException {
        assumeThat(Runtime.getRuntime().availableProcessors()).as("cores, of which one is the caller's").isGreaterThan(1);
        var started = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        try (var _ = Ahead.of(MANY, () -> {
            started.countDown();
            try {
                return workUntilInterrupted();
            } finally {
                stopped.countDown();
            }
        })) {
            started.await();
        }
        assertThat(stopped.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static int workUntilInterrupted() {
        while (true) {
            Interruption.check();
            Thread.onSpinWait();
        }
    }

    private static Supplier<Integer> failing(String message) {
        return () -> {
            throw new IllegalStateException(message);
        };
    }
}
