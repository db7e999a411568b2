package io.kempelen.review.answer.domain;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One worker's answer to a task and what became of it. A verdict is given once; only an override turns a rejection, never an
 * approval, because money already earned is never taken back.
 */
@MappedEntity("answer")
public record Answer(
        @Id String assignmentId,
        String taskId,
        @Nullable String batchId,
        String workerId,
        String requesterId,
        String fundsId,
        long reward,
        long fee,
        String currency,
        String body,
        @Nullable String bodyKeyId,
        @Nullable String labelHash,
        Instant acceptedAt,
        Instant submittedAt,
        Instant dueAt,
        long number,
        Status status,
        @Nullable DecidedBy decidedBy,
        @Nullable Reason reason,
        @Nullable String feedback,
        @Nullable Long verdictNumber,
        @Nullable Instant decidedAt,
        boolean overridden) {

    /** Where an answer stands. */
    public enum Status {
        SUBMITTED,
        APPROVED,
        REJECTED
    }

    /** Who or what decided. */
    public enum DecidedBy {
        REQUESTER,
        DELAY,
        POLICY
    }

    /** Why an answer was declined, for machines. */
    public enum Reason {
        REQUESTER,
        CONTRADICTED_BY_CONSENSUS
    }

    /** News is published; a refusal is only an answer to the caller. */
    public sealed interface Outcome {
        record Approved(Answer answer) implements Outcome {}

        record Rejected(Answer answer) implements Outcome {}

        record WrongState(Answer answer) implements Outcome {}
    }

    public boolean waits() {
        return status == Status.SUBMITTED;
    }

    public boolean dueBy(Instant now) {
        return waits() && !dueAt.isAfter(now);
    }

    public Outcome decide(Verdict verdict, long verdictNo, Instant now) {
        if (!waits()) return new Outcome.WrongState(this);
        return switch (verdict) {
            case Verdict.Approve yes ->
                new Outcome.Approved(judged(Status.APPROVED, yes.by(), null, yes.feedback(), verdictNo, now));
            case Verdict.Reject no ->
                new Outcome.Rejected(judged(Status.REJECTED, no.by(), no.reason(), no.feedback(), verdictNo, now));
        };
    }

    /** Approves what was rejected, out of money held anew, which may cost another fee than the first time. */
    public Outcome override(@Nullable String words, Purse purse, long verdictNo, Instant now) {
        if (status != Status.REJECTED) return new Outcome.WrongState(this);
        return new Outcome.Approved(new Answer(
                assignmentId,
                taskId,
                batchId,
                workerId,
                requesterId,
                purse.fundsId(),
                purse.reward(),
                purse.fee(),
                purse.currency(),
                body,
                bodyKeyId,
                labelHash,
                acceptedAt,
                submittedAt,
                dueAt,
                number,
                Status.APPROVED,
                DecidedBy.REQUESTER,
                null,
                words,
                verdictNo,
                now,
                true));
    }

    public Answer numbered(long next) {
        return with(labelHash, next);
    }

    public Answer labelled(String hash) {
        return with(hash, number);
    }

    private Answer with(@Nullable String hash, long no) {
        return new Answer(
                assignmentId,
                taskId,
                batchId,
                workerId,
                requesterId,
                fundsId,
                reward,
                fee,
                currency,
                body,
                bodyKeyId,
                hash,
                acceptedAt,
                submittedAt,
                dueAt,
                no,
                status,
                decidedBy,
                reason,
                feedback,
                verdictNumber,
                decidedAt,
                overridden);
    }

    private Answer judged(
            Status next, DecidedBy by, @Nullable Reason why, @Nullable String words, long verdictNo, Instant now) {
        return new Answer(
                assignmentId,
                taskId,
                batchId,
                workerId,
                requesterId,
                fundsId,
                reward,
                fee,
                currency,
                body,
                bodyKeyId,
                labelHash,
                acceptedAt,
                submittedAt,
                dueAt,
                number,
                next,
                by,
                why,
                words,
                verdictNo,
                now,
                overridden);
    }
}
