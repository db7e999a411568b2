package io.kempelen.task.task.domain;

import static io.kempelen.task.task.domain.SomeTasks.NOW;
import static io.kempelen.task.task.domain.SomeTasks.openTask;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaskTest {

    private static final Change ACCEPTED = new Change(1, 0, 0, 0, 0);
    private static final Change SUBMITTED = new Change(-1, 1, 0, 0, 0);
    private static final Change APPROVED = new Change(0, -1, 1, 0, 0);

    @Test
    void goesFromAssignableToReviewable() {
        var task = openTask(1);
        assertThat(task.status(NOW)).isEqualTo(Status.ASSIGNABLE);
        assertThat(task.counted(ACCEPTED).status(NOW)).isEqualTo(Status.UNASSIGNABLE);
        assertThat(task.counted(ACCEPTED).counted(SUBMITTED).status(NOW)).isEqualTo(Status.REVIEWABLE);
        assertThat(task.counted(ACCEPTED).counted(SUBMITTED).reviewing(true).status(NOW))
                .isEqualTo(Status.REVIEWING);
        assertThat(task.disposed(NOW).status(NOW)).isEqualTo(Status.DISPOSED);
    }

    @Test
    void becomesReviewableByExpiryUnlessSomebodyWorksOnIt() {
        var later = NOW.plusSeconds(7200);
        assertThat(openTask(3).status(later)).isEqualTo(Status.REVIEWABLE);
        assertThat(openTask(3).counted(ACCEPTED).status(later)).isEqualTo(Status.UNASSIGNABLE);
    }

    @Test
    void keepsItsPlacesAddedUp() {
        var task = openTask(3)
                .counted(ACCEPTED)
                .counted(ACCEPTED)
                .counted(SUBMITTED)
                .counted(APPROVED);
        assertThat(task.available() + task.pending() + task.submitted() + task.decided())
                .isEqualTo(3);
        assertThat(task.available()).isEqualTo(1);
    }

    @Test
    void isCompleteOnceAllIsDecidedAndNoPlaceIsOpen() {
        var answered = openTask(2).counted(ACCEPTED).counted(SUBMITTED).counted(APPROVED);
        assertThat(answered.settled(NOW).completedAt()).isNull();
        assertThat(answered.closedBy(1, 1).settled(NOW).completedAt()).isEqualTo(NOW);
        assertThat(answered.closedBy(1, 1).wanting(1).complete()).isFalse();
    }

    @Test
    void isOpenAgainWhenExtendedOrReopened() {
        var done = openTask(1).counted(new Change(0, 0, 1, 0, 0)).settled(NOW);
        assertThat(done.completedAt()).isEqualTo(NOW);
        assertThat(done.extended(1).completedAt()).isNull();
        var closed = openTask(2).closedBy(1, 2).settled(NOW);
        var reopened = closed.reopened(NOW.plusSeconds(9), 2);
        assertThat(reopened.completedAt()).isNull();
        assertThat(reopened.released()).isZero();
        assertThat(reopened.status(NOW)).isEqualTo(Status.ASSIGNABLE);
    }

    /** Only of free places can it still be said that nobody took them. */
    @Test
    void isClosingOnlyWhileFreePlacesMayGiveMoneyBack() {
        var later = NOW.plusSeconds(7200);
        assertThat(openTask(2).isClosing(NOW)).isFalse();
        assertThat(openTask(2).isClosing(later)).isTrue();
        assertThat(openTask(2).closedBy(1, 2).isClosing(later)).isFalse();
        assertThat(openTask(1).counted(ACCEPTED).isClosing(later)).isFalse();
    }

    @Test
    void growsDearerOnlyByReachingTen() {
        assertThat(Task.growsDearer(9, 1)).isTrue();
        assertThat(Task.growsDearer(8, 1)).isFalse();
        assertThat(Task.growsDearer(10, 5)).isFalse();
    }

    @Test
    void countsEachClosingOnce() {
        var closed = openTask(3).closedBy(1, 2);
        assertThat(closed.closedBy(1, 2)).isSameAs(closed);
        assertThat(closed.closedBy(2, 1).released()).isEqualTo(3);
    }
}
