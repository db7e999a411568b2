package io.kempelen.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmountsTest {

    @Test
    void countsInTheCurrencysOwnDigits() {
        assertThat(Amounts.parse("reward", "0.05", "USD")).isEqualTo(5);
        assertThat(Amounts.parse("reward", "7", "JPY")).isEqualTo(7);
        assertThat(Amounts.parse("reward", "0.005", "BHD")).isEqualTo(5);
        assertThat(Amounts.format(5, "USD")).isEqualTo("0.05");
        assertThat(Amounts.format(1234567, "USD")).isEqualTo("12345.67");
        assertThat(Amounts.format(7, "JPY")).isEqualTo("7");
    }

    @Test
    void refusesAFractionOfACent() {
        assertThatThrownBy(() -> Amounts.parse("reward", "0.055", "USD"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("reward");
    }

    @Test
    void refusesANegativeAmountAndNonsense() {
        assertThatThrownBy(() -> Amounts.parse("reward", "-1", "USD")).hasMessageContaining("negative");
        assertThatThrownBy(() -> Amounts.parse("reward", "five", "USD")).hasMessageContaining("five");
        assertThatThrownBy(() -> Amounts.parse("reward", "1e400", "USD")).isInstanceOf(ProblemException.class);
    }

    @Test
    void calculatesNothingForANumberThatOnlyLooksShort() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (var endless : List.of("1e10000000", "1E+999999999", "1e-999999999", "9".repeat(1_000_000)))
                assertThatThrownBy(() -> Amounts.parse("reward", endless, "USD"))
                        .isInstanceOf(ProblemException.class)
                        .message()
                        .hasSizeLessThan(200);
        });
    }

    @Test
    void saysHowMuchAnAmountMayBe() {
        assertThat(Amounts.parse("reward", "9999999999.99", "USD")).isEqualTo(Amounts.MOST);
        for (var much : List.of("10000000000.00", "99999999999", "1234567890123", "1234567890123.00"))
            assertThatThrownBy(() -> Amounts.parse("reward", much, "USD"))
                    .hasMessage("reward may be at most 9999999999.99 USD.");
        assertThat(Amounts.parse("reward", "999999999999", "JPY")).isEqualTo(Amounts.MOST);
        assertThatThrownBy(() -> Amounts.parse("reward", "1000000000", "BHD")).hasMessageContaining("999999999.999");
    }
}
