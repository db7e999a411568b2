package io.kempelen.benchmarks.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void drawsTheSameVictimsAndMomentsForTheSameSeed() {
        assertThat(Schedule.of(7, 50)).isEqualTo(Schedule.of(7, 50));
    }

    @Test
    void drawsOthersForAnotherSeed() {
        assertThat(Schedule.of(7, 50)).isNotEqualTo(Schedule.of(8, 50));
    }

    @Test
    void beginsAlikeHoweverManyKillsAreAskedFor() {
        assertThat(Schedule.of(7, 50).kills())
                .startsWith(Schedule.of(7, 10).kills().toArray(Schedule.Planned[]::new));
    }

    @Test
    void sparesNobody() {
        var fallen = Schedule.of(7, 50).kills().stream()
                .collect(Collectors.groupingBy(Schedule.Planned::victim, Collectors.counting()));

        assertThat(fallen)
                .hasSize(4)
                .allSatisfy((victim, times) -> assertThat(times).isBetween(12L, 13L));
    }

    @Test
    void killsOneOfEachKindInFour() {
        assertThat(Schedule.of(7, 4).kills().stream().map(Schedule.Planned::victim))
                .containsExactlyInAnyOrder(Victim.values());
    }

    @Test
    void doesNotDealInTheSameOrderEveryTime() {
        var orders = new HashSet<List<Victim>>();
        for (int seed = 0; seed < 100; seed++)
            orders.add(Schedule.of(seed, 4).kills().stream()
                    .map(Schedule.Planned::victim)
                    .toList());

        assertThat(orders).hasSizeGreaterThan(12);
    }

    @Test
    void killsInTheMiddleOfABurst() {
        assertThat(Schedule.of(7, 200).kills()).allSatisfy(kill -> {
            assertThat(kill.part()).isBetween(0.25, 0.75);
            assertThat(kill.pause().toMillis()).isBetween(0L, 299L);
        });
    }
}
