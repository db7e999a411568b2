package io.kempelen.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FenceQueueTest {

    private final List<List<String>> questions = new ArrayList<>();
    private final Set<String> applied = new HashSet<>();
    private final ArrayDeque<Runnable> askers = new ArrayDeque<>();

    private FenceQueue queue(Runnable meanwhile) {
        return new FenceQueue(
                events -> {
                    questions.add(events);
                    meanwhile.run();
                    var some = new HashSet<>(events);
                    some.retainAll(applied);
                    return some;
                },
                askers::add);
    }

    @Test
    void asksForAllWhoWaitAtOnce() {
        applied.addAll(List.of("a", "b", "c"));
        var queue = queue(() -> {});

        var first = queue.applied(List.of("a", "b"));
        var second = queue.applied(List.of("c"));
        assertThat(askers).hasSize(1);
        askers.remove().run();

        assertThat(questions).containsExactly(List.of("a", "b", "c"));
        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
    }

    @Test
    void asksOnForWhatIsNotAppliedYet() {
        applied.add("a");
        var queue = queue(() -> {
            if (questions.size() == 2) applied.add("b");
        });

        var both = queue.applied(List.of("a", "b"));
        askers.remove().run();

        assertThat(questions).containsExactly(List.of("a", "b"), List.of("b"));
        assertThat(both).isCompleted();
    }

    @Test
    void asksNoMoreForWhomNobodyWaits() {
        var waiting = new ArrayList<FenceQueue>();
        var queue = queue(() -> waiting.getFirst().forget(List.of("never")));
        waiting.add(queue);

        var late = queue.applied(List.of("never"));
        askers.remove().run();

        assertThat(questions).hasSize(1);
        assertThat(late).isNotDone();
        assertThat(queue.applied(List.of("later"))).isNotDone();
        assertThat(askers).hasSize(1);
    }

    @Test
    void aServiceThatIsDownKeepsNobodyWaiting() {
        var queue = new FenceQueue(
                events -> {
                    throw new IOException("refused");
                },
                askers::add);

        var answer = queue.applied(List.of("a"));
        askers.remove().run();

        assertThat(answer).isCompleted();
    }
}
