package io.kempelen.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
