package dev.dbwarden.service.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is a burst and what is more than can be done, on two cores and by a clock of the test's own. */
class LoadTest {
    private long now;
    private final Load load = new Load(2, () -> now);

    @Test
    void takesWhatComesAtOnceForABurst() {
        for (int i = 0; i < 20; i++) {
            assertThat(load.enter()).isTrue();
        }
    }

    @Test
    void knowsAfterASecondWithoutAPauseThatMoreComesThanCanBeDone() {
        load.enter();
        load.enter();
        busyFor(1_100);
        assertThat(load.enter()).isFalse();
        assertThat(load.fits()).as("a third one, on two cores").isFalse();
        load.leave();
        assertThat(load.fits()).isTrue();
    }

    @Test
    void takesTheGapBetweenTwoRequestsForNoPause() {
        load.enter();
        load.enter();
        busyFor(1_100);
        load.leave();
        after(5);
        assertThat(load.enter()).isFalse();
    }

    @Test
    void takesBurstsAgainAfterAPause() {
        load.enter();
        load.enter();
        busyFor(1_100);
        load.leave();
        after(60);
        assertThat(load.enter()).isTrue();
        assertThat(load.enter()).as("the next ones of the same burst").isTrue();
    }

    @Test
    void takesALongRequestBesideAFreeCoreForNoLoad() {
        load.enter();
        after(5_000);
        assertThat(load.enter()).isTrue();
    }

    /** One leaves and another comes, without end. */
    private void busyFor(long millis) {
        for (long passed = 0; passed < millis; passed += 10) {
            after(9);
            load.leave();
            after(1);
            load.enter();
        }
    }

    private void after(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
