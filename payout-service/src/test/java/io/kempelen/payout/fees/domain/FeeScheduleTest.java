package io.kempelen.payout.fees.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeScheduleTest {

    private final FeeSchedule mturk = FeeSchedule.mturk();

    @ParameterizedTest(name = "a reward of {0} with {1} assignments costs a fee of {2}")
    @CsvSource({
        "0, 1, 1", // the minimum holds for a reward of zero
        "1, 1, 1",
        "2, 1, 1", // 0.4 is less than the minimum
        "3, 9, 1", // 0.6 rounds up to it
        "5, 1, 1",
        "7, 1, 1", // 1.4
        "8, 1, 2", // 1.6
        "12, 1, 2", // 2.4
        "13, 1, 3", // 2.6
        "100, 9, 20",
        "100, 10, 40",
        "5, 10, 2",
        "3, 10, 1", // 1.2
        "4, 10, 2", // 1.6
        "0, 10, 1",
        "123456789, 1, 24691358", // 24,691,357.8
        "123456789, 10, 49382716", // 49,382,715.6
    })
    void takesWhatMturkTakes(long reward, int assignments, long fee) {
        assertThat(mturk.perAssignment(reward, assignments)).isEqualTo(fee);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 1", "100, 20", "1000, 200"})
    void takesAShareOfABonusWithoutASurcharge(long amount, long fee) {
        assertThat(mturk.perBonus(amount)).isEqualTo(fee);
    }

    @Test
    void roundsHalfUp() {
        var quarter = FeeSchedule.flat(2_500);

        assertThat(quarter.perAssignment(2, 1)).isEqualTo(1);
        assertThat(quarter.perAssignment(1, 1)).isZero();
        assertThat(quarter.perAssignment(10, 1)).isEqualTo(3);
    }

    @Test
    void mayTakeNothing() {
        assertThat(FeeSchedule.flat(0).perAssignment(100, 50)).isZero();
    }

    @Test
    void refusesAmountsThatCannotBe() {
        assertThatThrownBy(() -> mturk.perAssignment(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mturk.perAssignment(Long.MAX_VALUE / 2, 1)).isInstanceOf(ArithmeticException.class);
    }
}
