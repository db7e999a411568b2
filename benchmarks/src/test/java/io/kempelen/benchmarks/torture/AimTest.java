package io.kempelen.benchmarks.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AimTest {

    @Test
    void givesEveryKillAnEqualShare() {
        var aim = new Aim(20_001, 50, 100);

        assertThat(aim.share(0, 1)).isEqualTo(400);
        assertThat(aim.share(400, 2)).isEqualTo(400);
        assertThat(aim.share(19_600, 50)).isEqualTo(401);
    }

    @Test
    void sharesLessWhenMoreWasSpentBefore() {
        assertThat(new Aim(1_000, 4, 100).share(700, 3)).isEqualTo(150);
    }

    @Test
    void hasNothingToShareWhenAllIsSpent() {
        assertThat(new Aim(1_000, 4, 100).share(1_100, 4)).isZero();
    }

    @Test
    void refusesKillsThatCannotAllFindEnoughInFlight() {
        assertThatThrownBy(() -> new Aim(399, 4, 100)).hasMessageContaining("at least 400 submissions");
    }
}
