package io.kempelen.payout.withdrawal.rail.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeMoneyTest {

    /** {@code amount} is in ISO's minor units. */
    @ParameterizedTest
    @CsvSource({
        "USD, 1, 5, 5",
        "JPY, 1, 7, 7",
        "KWD, 10, 1230, 1230",
        "HUF, 100, 1000, 1000",
        "TWD, 100, 200, 200",
        "ISK, 1, 5, 500",
        "UGX, 1, 5, 500",
        "MGA, 100, 300, 3"
    })
    void countsAsStripeDoes(String currency, long step, long amount, long counted) {
        assertThat(StripeMoney.knows(currency)).isTrue();
        assertThat(StripeMoney.step(currency)).isEqualTo(step);
        assertThat(StripeMoney.count(amount, currency)).isEqualTo(counted);
    }

    @Test
    void knowsNoCurrencyWhoseDigitsStripeDoesNotTell() {
        assertThat(Set.of("CLF", "LYD", "XAU", "UYI", "usd", "")).noneMatch(StripeMoney::knows);
    }
}
