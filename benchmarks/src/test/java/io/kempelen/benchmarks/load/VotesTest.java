package io.kempelen.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VotesTest {

    private final Random random = new Random(7);

    @Test
    void alwaysLeavesAMajority() {
        var plans = Stream.generate(() -> Votes.plan(random)).limit(5_000);

        assertThat(plans)
                .allSatisfy(votes ->
                        assertThat(Arrays.stream(votes).distinct().count()).isLessThanOrEqualTo(2));
    }

    @Test
    void letsOneInFiveTasksHaveADissenter() {
        long split = Stream.generate(() -> Votes.plan(random))
                .limit(10_000)
                .filter(votes -> Arrays.stream(votes).distinct().count() == 2)
                .count();

        assertThat(split).isBetween(1_800L, 2_200L);
    }
}
