package io.kempelen.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaskTest {

    @Test
    void needsNoOtherAnswerFromTheSecondEqualOneOn() {
        var task = new Task("T", new String[] {"cat", "dog", "cat"});

        assertThat(task.answer(0)).isFalse();
        assertThat(task.answer(1)).isFalse();
        assertThat(task.answer(2)).isTrue();
        assertThat(task.decided()).isTrue();
    }

    @Test
    void countsALateDissenterAsDecidedAtOnce() {
        var task = new Task("T", new String[] {"cat", "cat", "dog"});

        assertThat(task.answer(0)).isFalse();
        assertThat(task.answer(1)).isTrue();
        assertThat(task.answer(2)).isTrue();
    }

    @Test
    void forgetsAnAnswerThatWasRefused() {
        var task = new Task("T", new String[] {"cat", "cat", "cat"});
        task.answer(0);
        task.answer(1);

        task.takeBack(1);

        assertThat(task.decided()).isFalse();
        assertThat(task.submitted()).isEqualTo(1);
    }

    @Test
    void hasThreePlaces() {
        var task = new Task("T", new String[] {"cat", "cat", "cat"});

        assertThat(task.take("A1")).isEqualTo(0);
        assertThat(task.take("A2")).isEqualTo(1);
        assertThat(task.take("A3")).isEqualTo(2);
        assertThat(task.full()).isTrue();
        assertThat(task.take("A4")).isEqualTo(-1);
    }

    @Test
    void offersAPlaceAgainThatCouldNotBeHad() {
        var task = new Task("T", new String[] {"cat", "cat", "cat"});
        task.take("A1");
        task.take("A2");

        assertThat(task.giveBack(0)).isTrue();

        assertThat(task.take("A3")).isEqualTo(0);
        assertThat(task.knows("A1")).isTrue();
    }
}
