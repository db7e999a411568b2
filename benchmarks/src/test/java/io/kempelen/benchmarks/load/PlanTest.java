package io.kempelen.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {

    private final List<Person> workers =
            IntStream.range(0, 20).mapToObj(i -> new Person("A" + i, "token")).toList();
    private final Plan plan = new Plan(workers);

    @Test
    void givesEveryPlaceToADifferentWorker() {
        plan.add(tasks(1_000));
        var seen = new HashMap<String, Set<String>>();

        for (var place = plan.next(); place.isPresent(); place = plan.next()) {
            var people = seen.computeIfAbsent(place.get().task().id(), id -> new HashSet<>());
            assertThat(people.add(place.get().worker().id())).isTrue();
        }

        assertThat(seen)
                .hasSize(1_000)
                .allSatisfy((id, people) -> assertThat(people).hasSize(3));
        assertThat(plan.open()).isZero();
    }

    @Test
    void knowsHowManyAnswersHaveTheirVerdict() {
        plan.add(tasks(1));
        for (int i = 0; i < 3; i++) {
            var place = plan.next().orElseThrow();
            place.task().answer(place.number());
        }

        assertThat(plan.decidedAnswers()).isEqualTo(3);
    }

    @Test
    void finishesOnlyWhatWasBegun() {
        plan.add(tasks(300));
        var place = plan.next().orElseThrow();
        place.task().answer(place.number());

        plan.finish();

        assertThat(plan.begun()).isEqualTo(1);
        assertThat(plan.next().orElseThrow().task()).isSameAs(place.task());
        assertThat(plan.next().orElseThrow().task()).isSameAs(place.task());
        assertThat(plan.next()).isEmpty();
    }

    @Test
    void offersATaskAgainWhenAPlaceComesBack() {
        plan.add(tasks(1));
        var first = plan.next().orElseThrow();
        plan.next();
        plan.next();

        plan.giveBack(first);

        assertThat(plan.next().orElseThrow().number()).isEqualTo(first.number());
    }

    private static List<String> tasks(int count) {
        return IntStream.range(0, count).mapToObj(i -> "T" + i).toList();
    }
}
