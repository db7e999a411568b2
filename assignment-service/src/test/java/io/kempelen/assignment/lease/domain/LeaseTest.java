package io.kempelen.assignment.lease.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.assignment.lease.domain.Lease.Status;
import io.kempelen.assignment.qualification.domain.Comparison;
import io.kempelen.assignment.qualification.domain.Guard;
import io.kempelen.assignment.qualification.domain.Requirement;
import io.kempelen.assignment.qualification.domain.Requirements;
import io.kempelen.assignment.qualification.domain.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeaseTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant DEADLINE = NOW.plusSeconds(60);

    @Test
    void takesAnAnswerInTime() {
        assertThat(accepted().submit(NOW, "hash")).isInstanceOfSatisfying(SubmitOutcome.Submitted.class, submitted -> {
            assertThat(submitted.lease().status()).isEqualTo(Status.SUBMITTED);
            assertThat(submitted.lease().endedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void refusesAnAnswerFromTheDeadlineOn() {
        assertThat(accepted().submit(DEADLINE.minusMillis(1), "hash")).isInstanceOf(SubmitOutcome.Submitted.class);
        assertThat(accepted().submit(DEADLINE, "hash")).isEqualTo(new SubmitOutcome.DeadlinePassed(DEADLINE));
    }

    @Test
    void takesTheFirstAnswerOnlyAndKnowsItAgain() {
        var submitted = ((SubmitOutcome.Submitted) accepted().submit(NOW, "hash")).lease();

        assertThat(submitted.submit(NOW, "hash")).isEqualTo(new SubmitOutcome.Repeated(submitted));
        assertThat(submitted.submit(NOW, "other")).isEqualTo(new SubmitOutcome.AlreadySubmitted(NOW));
        assertThat(submitted.giveBack(NOW)).isEqualTo(new ReturnOutcome.AlreadySubmitted());
    }

    @Test
    void isGivenBackOnce() {
        var returned = ((ReturnOutcome.Returned) accepted().giveBack(NOW)).lease();

        assertThat(returned.status()).isEqualTo(Status.RETURNED);
        assertThat(returned.giveBack(NOW)).isEqualTo(new ReturnOutcome.AlreadyReturned());
        assertThat(returned.submit(NOW, "hash")).isEqualTo(new SubmitOutcome.WasReturned());
    }

    @Test
    void letsAWorkerInWhoMay() {
        assertThat(application("AW", true, null).refusal(NOW)).isNull();
    }

    @Test
    void saysWhyAWorkerMayNot() {
        assertThat(application("AR", true, null).refusal(NOW)).isEqualTo(new AcceptOutcome.OwnTask());
        assertThat(application("AW", true, "3A").refusal(NOW)).isEqualTo(new AcceptOutcome.AlreadyYours("3A"));
        assertThat(application("AW", false, null).refusal(NOW)).isEqualTo(new AcceptOutcome.TaskClosed());
        assertThat(application("AW", true, null).refusal(DEADLINE)).isEqualTo(new AcceptOutcome.TaskClosed());
    }

    @Test
    void namesWhatAWorkerLacks() {
        var skill = new Requirement("3SKILL", Comparison.EXISTS, List.of(), List.of(), Guard.ACCEPT);
        var plain = application("AW", true, null);
        var demanding = new Application(
                "AW",
                "T",
                "AR",
                true,
                plain.expiresAt(),
                60,
                false,
                false,
                null,
                "USD",
                "USD",
                new Requirements(List.of(skill)),
                Standing.UNKNOWN);

        assertThat(demanding.refusal(NOW)).isEqualTo(new AcceptOutcome.NotQualified(List.of(skill)));
    }

    private static Application application(String worker, boolean open, @Nullable String current) {
        return new Application(
                worker,
                "T",
                "AR",
                open,
                DEADLINE,
                60,
                false,
                false,
                current,
                "USD",
                "USD",
                Requirements.NONE,
                Standing.UNKNOWN);
    }

    private static Lease accepted() {
        return new Lease("3A", "T", 0, "AW", "AR", Status.ACCEPTED, NOW, DEADLINE, null, null);
    }
}
