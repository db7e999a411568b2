package io.kempelen.assignment.task.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.assignment.task.domain.Task.News;
import io.kempelen.assignment.task.domain.Task.Status;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final Instant EARLIER = NOW.minusSeconds(1);
    private static final UUID EVENT = new UUID(0, 1);

    @Test
    void growsByWhatIsNew() {
        var change = open().on(new News.Extended("T", 5, 2), NOW);

        assertThat(change.addedPlaces()).isEqualTo(2);
        assertThat(change.task().places()).isEqualTo(5);
        assertThat(change.closes()).isFalse();
        assertThat(change.task().on(new News.Extended("T", 5, 2), NOW).addedPlaces())
                .isZero();
    }

    @Test
    void freesTheMoneyOfPlacesAddedTooLate() {
        assertThat(open().closed().on(new News.Extended("T", 5, 2), NOW).closes())
                .isTrue();
    }

    @Test
    void closesWhenItsTimeIsSaidToBeOver() {
        var change = open().on(new News.ExpirationChanged(EVENT, "T", EARLIER, 0, NOW), NOW);

        assertThat(change.closes()).isTrue();
        assertThat(change.task().closed().status()).isEqualTo(Status.CLOSED);
        assertThat(change.task().closed().closing()).isEqualTo(1);
    }

    @Test
    void closesEvenWhenItsOwnClockIsSlow() {
        var slow = NOW.minusSeconds(60);

        assertThat(open().on(new News.ExpirationChanged(EVENT, "T", NOW, 0, NOW), slow)
                        .closes())
                .isTrue();
    }

    @Test
    void closesOnce() {
        var change = open().closed().on(new News.ExpirationChanged(EVENT, "T", EARLIER, 0, NOW), NOW);

        assertThat(change.closes()).isFalse();
        assertThat(open().closed().on(new News.Disposed("T"), NOW).closes()).isFalse();
    }

    @Test
    void opensAgainWithThePlacesWhoseMoneyIsHeldAgain() {
        var change = open().closed().on(new News.ExpirationChanged(EVENT, "T", LATER, 2, NOW), NOW);

        assertThat(change.task().isOpen()).isTrue();
        assertThat(change.addedPlaces()).isEqualTo(2);
        assertThat(change.closes()).isFalse();
        assertThat(change.task().closed().closing()).isEqualTo(2);
    }

    @Test
    void isClosedByItsDisposal() {
        var change = open().on(new News.Disposed("T"), NOW);

        assertThat(change.closes()).isTrue();
        assertThat(change.task().closed().status()).isEqualTo(Status.DISPOSED);
        assertThat(change.task().on(new News.ExpirationChanged(EVENT, "T", LATER, 1, NOW), NOW))
                .satisfies(late -> assertThat(late.closes()).isTrue())
                .satisfies(late -> assertThat(late.task().isOpen()).isFalse());
    }

    @Test
    void spreadsPlacesEvenlyAndLosesNone() {
        assertThat(Stripes.count(1)).isEqualTo(1);
        assertThat(Stripes.count(3)).isEqualTo(1);
        assertThat(Stripes.count(1000)).isEqualTo(20);
        assertThat(Stripes.count(100_000)).isEqualTo(64);
        assertThat(Stripes.spread(100_001, 64)).hasSize(64).contains(1563, 1562);
        assertThat(java.util.Arrays.stream(Stripes.spread(100_001, 64)).sum()).isEqualTo(100_001);
    }

    private static Task open() {
        return new Task(
                "T", "TT", null, "AR", "F", "L", "Q", new Price(5, 1, "USD"), 60, 60, 3, Status.OPEN, LATER, 0, NOW);
    }
}
