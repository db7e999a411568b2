package io.kempelen.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration SHORT_LIFE = Duration.ofSeconds(2);

    @Test
    void waitsEverLongerForOneThatDiesYoung() {
        var once = Backoff.NONE.diedAfter(SHORT_LIFE);
        var twice = once.diedAfter(SHORT_LIFE);

        assertThat(once.delay()).isEqualTo(Duration.ofMillis(200));
        assertThat(twice.delay()).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void neverWaitsLongerThanAQuarterMinute() {
        var backoff = Backoff.NONE;
        for (int death = 0; death < 100; death++) backoff = backoff.diedAfter(SHORT_LIFE);

        assertThat(backoff.delay()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void forgetsAfterALongLife() {
        var backoff = Backoff.NONE.diedAfter(SHORT_LIFE).diedAfter(SHORT_LIFE).diedAfter(Duration.ofHours(1));

        assertThat(backoff.delay()).isEqualTo(Duration.ofMillis(200));
    }
}
