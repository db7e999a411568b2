package io.kempelen.review.answer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.review.answer.domain.Answer.DecidedBy;
import io.kempelen.review.answer.domain.Answer.Outcome;
import io.kempelen.review.answer.domain.Answer.Reason;
import io.kempelen.review.answer.domain.Answer.Status;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Verdict APPROVE = new Verdict.Approve(DecidedBy.REQUESTER, "Well done.");
    private static final Verdict REJECT =
            new Verdict.Reject(DecidedBy.REQUESTER, Reason.REQUESTER, "The label is missing.");

    private final Answer answer = submitted();

    @Test
    void isApprovedOnTheWordOfTheRequester() {
        assertThat(answer.decide(APPROVE, 2, NOW)).isInstanceOfSatisfying(Outcome.Approved.class, approved -> {
            assertThat(approved.answer().status()).isEqualTo(Status.APPROVED);
            assertThat(approved.answer().feedback()).isEqualTo("Well done.");
            assertThat(approved.answer().verdictNumber()).isEqualTo(2);
            assertThat(approved.answer().decidedAt()).isEqualTo(NOW);
            assertThat(approved.answer().reason()).isNull();
        });
    }

    @Test
    void isRejectedWithAReason() {
        assertThat(answer.decide(REJECT, 2, NOW)).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
            assertThat(rejected.answer().status()).isEqualTo(Status.REJECTED);
            assertThat(rejected.answer().reason()).isEqualTo(Reason.REQUESTER);
        });
    }

    @Test
    void isDecidedOnlyOnce() {
        var approved = ((Outcome.Approved) answer.decide(APPROVE, 2, NOW)).answer();
        var rejected = ((Outcome.Rejected) answer.decide(REJECT, 2, NOW)).answer();

        assertThat(approved.decide(REJECT, 3, NOW)).isEqualTo(new Outcome.WrongState(approved));
        assertThat(approved.decide(APPROVE, 3, NOW)).isEqualTo(new Outcome.WrongState(approved));
        assertThat(rejected.decide(APPROVE, 3, NOW)).isEqualTo(new Outcome.WrongState(rejected));
    }

    @Test
    void isApprovedAfterARejectionOutOfMoneyHeldAnew() {
        var rejected = ((Outcome.Rejected) answer.decide(REJECT, 2, NOW)).answer();

        assertThat(rejected.override("Sorry.", new Purse("ANSWER1", 5, 2, "USD"), 3, NOW))
                .isInstanceOfSatisfying(Outcome.Approved.class, approved -> {
                    assertThat(approved.answer().overridden()).isTrue();
                    assertThat(approved.answer().fundsId()).isEqualTo("ANSWER1");
                    assertThat(approved.answer().fee()).isEqualTo(2);
                    assertThat(approved.answer().reason()).isNull();
                });
    }

    @Test
    void overridesNothingButARejection() {
        var purse = new Purse("ANSWER1", 5, 2, "USD");
        var approved = ((Outcome.Approved) answer.decide(APPROVE, 2, NOW)).answer();

        assertThat(answer.override(null, purse, 2, NOW)).isEqualTo(new Outcome.WrongState(answer));
        assertThat(approved.override(null, purse, 3, NOW)).isEqualTo(new Outcome.WrongState(approved));
    }

    @Test
    void isDueFromTheMomentItsDelayRanOut() {
        assertThat(answer.dueBy(answer.dueAt().minusMillis(1))).isFalse();
        assertThat(answer.dueBy(answer.dueAt())).isTrue();
        assertThat(((Outcome.Approved) answer.decide(APPROVE, 2, NOW)).answer().dueBy(answer.dueAt()))
                .isFalse();
    }

    private static Answer submitted() {
        return new Answer(
                "ANSWER1",
                "TASK1",
                null,
                "AWORKER1",
                "AREQUESTER1",
                "TASK1",
                5,
                1,
                "USD",
                "{\"label\":[\"cat\"]}",
                null,
                null,
                NOW.minusSeconds(60),
                NOW.minusSeconds(10),
                NOW.plusSeconds(3600),
                1,
                Status.SUBMITTED,
                null,
                null,
                null,
                null,
                null,
                false);
    }
}
