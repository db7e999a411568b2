package io.kempelen.task.task;

import static io.kempelen.task.task.domain.SomeTasks.openTask;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaskAnswersTest {

    @Test
    void speaksOfThePlacesBoughtWhereOthersReplacedRejectedAnswers() {
        var eightAndThree = new TaskOutcome.IntoTens(openTask(11), 8);

        assertThat(TaskAnswers.problem(eightAndThree).detail())
                .isEqualTo("A task of 8 places cannot grow to ten or more, which cost more; publish another task.");
    }

    @Test
    void saysHowManyPlacesATaskMayHave() {
        assertThat(TaskAnswers.problem(new TaskOutcome.TooManyPlaces(openTask(999_999_999)))
                        .detail())
                .isEqualTo("A task may have at most 1000000000 places, and this one has 999999999.");
    }

    @Test
    void namesNoCostThatCannotBeCounted() {
        assertThat(TaskAnswers.insufficient(Long.MAX_VALUE, 700, "USD").detail())
                .isEqualTo(
                        "This costs more than can be counted and your account has 7.00. Deposit more or publish less.");
    }
}
