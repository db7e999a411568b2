package io.kempelen.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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

        var first = queue.await(List.of("a", "b")).done();
        var second = queue.await(List.of("c")).done();
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

        var both = queue.await(List.of("a", "b")).done();
        askers.remove().run();

        assertThat(questions).containsExactly(List.of("a", "b"), List.of("b"));
        assertThat(both).isCompleted();
    }

    @Test
    void asksNoMoreForWhomNobodyWaits() {
        var impatience = new ArrayDeque<Runnable>();
        var queue = queue(() -> impatience.remove().run());

        var late = queue.await(List.of("never"));
        impatience.add(() -> queue.forget(late));
        askers.remove().run();

        assertThat(questions).hasSize(1);
        assertThat(late.done()).isNotDone();
        assertThat(queue.await(List.of("later")).done()).isNotDone();
        assertThat(askers).hasSize(1);
    }

    @Test
    void aServiceThatIsDownKeepsNobodyWaiting() {
        var queue = new FenceQueue(
                events -> {
                    throw new IOException("refused");
                },
                askers::add);

        var answer = queue.await(List.of("a"));
        askers.remove().run();

        assertThat(answer.done()).isCompleted();
    }

    @Test
    void asksOnceMoreBeforeItGivesUp() {
        applied.add("a");
        var failures = new ArrayDeque<>(List.of(new IOException("stale connection")));
        var queue = new FenceQueue(
                events -> {
                    questions.add(events);
                    if (!failures.isEmpty()) throw failures.remove();
                    if (questions.size() == 3) applied.add("b");
                    var some = new HashSet<>(events);
                    some.retainAll(applied);
                    return some;
                },
                askers::add);

        var both = queue.await(List.of("a", "b"));
        askers.remove().run();

        assertThat(questions).containsExactly(List.of("a", "b"), List.of("a", "b"), List.of("b"));
        assertThat(both.done()).isCompleted();
    }

    @Test
    void asksOnForAnEventThatAnotherStillWaitsFor() {
        var impatience = new ArrayDeque<Runnable>();
        var queue = queue(() -> {
            if (impatience.isEmpty()) applied.add("shared");
            else impatience.remove().run();
        });

        var impatient = queue.await(List.of("shared"));
        var patient = queue.await(List.of("shared"));
        impatience.add(() -> queue.forget(impatient));
        askers.remove().run();

        assertThat(questions).hasSize(2);
        assertThat(patient.done()).isCompleted();
    }

    @Test
    void manyEventsThatTakeLongKeepNoneFromBeingAskedFor() {
        var slow = IntStream.range(0, 250).mapToObj(i -> "slow" + i).toList();
        applied.add("quick");
        var queue = queue(() -> {
            if (questions.size() == 3) applied.addAll(slow);
        });

        queue.await(slow);
        var quick = queue.await(List.of("quick"));
        askers.remove().run();

        assertThat(quick.done()).isCompleted();
        assertThat(questions.get(1)).contains("quick");
    }
}
