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
        for (int i = 1; i <= 20; i++) {
            assertThat(load.enter(Math.min(i, 3))).isTrue();
        }
    }

    @Test
    void knowsAfterASecondWithoutAPauseThatMoreComesThanCanBeDone() {
        busyFor(1_100);
        assertThat(load.enter(3)).isFalse();
        assertThat(load.places()).isEqualTo(2);
    }

    @Test
    void takesTheGapBetweenTwoRequestsForNoPause() {
        busyFor(1_100);
        load.leave(1);
        after(5);
        assertThat(load.enter(2)).isFalse();
    }

    @Test
    void takesBurstsAgainAfterAPause() {
        busyFor(1_100);
        load.leave(1);
        after(60);
        assertThat(load.enter(2)).isTrue();
        assertThat(load.enter(3)).as("the next one of the same burst").isTrue();
    }

    @Test
    void takesALongRequestBesideAFreeCoreForNoLoad() {
        load.enter(1);
        after(5_000);
        assertThat(load.enter(2)).isTrue();
    }

    @Test
    void countsNoRequestThatWaitsForTheLongOneBeforeIt() {
        load.enter(1);
        load.enter(1);
        after(5_000);
        load.leave(1);
        after(5_000);
        assertThat(load.enter(2)).isTrue();
    }

    @Test
    void givesASingleCoreALargeRequestAndASmallOne() {
        assertThat(new Load(1, () -> now).places()).isEqualTo(2);
    }

    /** One leaves and another comes, without end. */
    private void busyFor(long millis) {
        load.enter(1);
        load.enter(2);
        for (long passed = 0; passed < millis; passed += 10) {
            after(9);
            load.leave(1);
            after(1);
            load.enter(2);
        }
    }

    private void after(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
