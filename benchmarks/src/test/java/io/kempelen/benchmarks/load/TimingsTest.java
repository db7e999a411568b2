package io.kempelen.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kempelen.benchmarks.load.Timings.Step;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TimingsTest {

    @Test
    void answersPercentilesInMilliseconds() {
        var timings = new Timings();
        for (int millis = 1; millis <= 1_000; millis++) timings.record(Step.ACCEPT, 0, millis * 1_000_000L);

        var accept = Objects.requireNonNull(timings.latencies().get(Step.ACCEPT));

        assertThat(accept.count()).isEqualTo(1_000);
        assertThat(accept.p50()).isCloseTo(500, within(1.0));
        assertThat(accept.p99()).isCloseTo(990, within(1.0));
        assertThat(accept.max()).isCloseTo(1_000, within(1.0));
    }
}
