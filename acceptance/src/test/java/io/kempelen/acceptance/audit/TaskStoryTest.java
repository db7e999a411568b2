package io.kempelen.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaskStoryTest {

    private final TaskStory task = new TaskStory("task");

    private void places(int count) {
        task.published = 1;
        task.places = count;
    }

    private static Work work(String id) {
        var work = new Work(id, "task", "worker of " + id);
        work.accepted = 1;
        return work;
    }

    @Test
    void holdsTheMoneyOfEveryPlaceThatIsNeitherPaidForNorGivenBack() {
        places(5);
        var approved = work("approved");
        approved.submitted = 1;
        approved.approvals = 1;
        approved.verdict(1, true);
        task.count(approved);
        task.count(work("live"));
        task.neverTaken = 1;

        assertThat(task.held()).isEqualTo(3);
        assertThat(task.free()).isEqualTo(2);
    }

    @Test
    void anOverriddenRejectionHasMoneyOfItsOwn() {
        places(1);
        var overridden = work("overridden");
        overridden.submitted = 1;
        overridden.rejections = 1;
        overridden.verdict(2, false);
        overridden.overrides = 1;
        overridden.verdict(3, true);
        task.count(overridden);

        assertThat(task.approved).isEqualTo(1);
        assertThat(task.held()).isZero();
    }

    @Test
    void aPlaceGivenBackAfterTheCloseIsGone() {
        places(1);
        var returned = work("returned");
        returned.returned = 1;
        returned.placeReleased = true;
        task.count(returned);

        assertThat(task.held()).isZero();
        assertThat(task.free()).isZero();
    }

    @Test
    void theLaterVerdictStandsWhateverIsReadFirst() {
        var work = work("late");
        work.submitted = 1;
        work.verdict(5, true);
        work.verdict(4, false);

        assertThat(work.lastApproved).isTrue();
    }
}
