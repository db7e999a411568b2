package io.kempelen.assignment.lease.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.assignment.qualification.domain.Requirements;
import io.kempelen.assignment.qualification.domain.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApplicationTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void refusesWorkThatPaysInOtherMoney() {
        assertThat(application("EUR", "USD").refusal(NOW)).isEqualTo(new AcceptOutcome.OtherCurrency("EUR", "USD"));
        assertThat(application("EUR", "EUR").refusal(NOW)).isNull();
    }

    @Test
    void takesAnAccountNotKnownYetToBeInWhatTheTaskPays() {
        assertThat(application("EUR", null).refusal(NOW)).isNull();
    }

    private static Application application(String reward, @Nullable String account) {
        return new Application(
                "AWORKER",
                "TASK",
                "AREQUESTER",
                true,
                NOW.plusSeconds(60),
                60,
                false,
                false,
                null,
                reward,
                account,
                new Requirements(List.of()),
                Standing.UNKNOWN);
    }
}
