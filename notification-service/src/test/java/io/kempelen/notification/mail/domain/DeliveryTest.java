package io.kempelen.notification.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    @Test
    void triesForMoreThanTwoDaysAndThenNoMore() {
        var waited = Duration.ZERO;
        int attempt = 1;
        for (; Delivery.retryAfter(attempt).isPresent(); attempt++)
            waited = waited.plus(Delivery.retryAfter(attempt).orElseThrow());

        assertThat(waited).isBetween(Duration.ofDays(2), Duration.ofDays(3));
        assertThat(attempt).isEqualTo(7);
    }
}
