package io.kempelen.assignment.lease.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One worker's hold on one place of a task. Decisions are pure: they return what happened and change nothing. */
public record Lease(
        String assignmentId,
        String taskId,
        int stripe,
        String workerId,
        String requesterId,
        Status status,
        Instant acceptedAt,
        Instant deadline,
        @Nullable Instant endedAt,
        @Nullable String answerHash) {

    public enum Status {
        ACCEPTED,
        SUBMITTED,
        RETURNED,
        ABANDONED
    }

    /** An answer counts once and in time; whatever comes otherwise is only kept for its worker. */
    public SubmitOutcome submit(Instant now, String hash) {
        return switch (status) {
            case ACCEPTED ->
                now.isBefore(deadline)
                        ? new SubmitOutcome.Submitted(ended(Status.SUBMITTED, now, hash))
                        : new SubmitOutcome.DeadlinePassed(deadline);
            case SUBMITTED ->
                hash.equals(answerHash)
                        ? new SubmitOutcome.Repeated(this)
                        : new SubmitOutcome.AlreadySubmitted(endedAt());
            case ABANDONED -> new SubmitOutcome.DeadlinePassed(deadline);
            case RETURNED -> new SubmitOutcome.WasReturned();
        };
    }

    /** Returning twice is as good as once; what was submitted or ran out cannot be returned. */
    public ReturnOutcome giveBack(Instant now) {
        return switch (status) {
            case ACCEPTED -> new ReturnOutcome.Returned(ended(Status.RETURNED, now, null));
            case RETURNED -> new ReturnOutcome.AlreadyReturned();
            case SUBMITTED -> new ReturnOutcome.AlreadySubmitted();
            case ABANDONED -> new ReturnOutcome.DeadlinePassed(deadline);
        };
    }

    /** When the lease ended, of one that did. */
    public Instant endedAtOrThrow() {
        if (endedAt == null) throw new IllegalStateException("Assignment " + assignmentId + " has not ended");
        return endedAt;
    }

    private Lease ended(Status how, Instant now, @Nullable String hash) {
        return new Lease(assignmentId, taskId, stripe, workerId, requesterId, how, acceptedAt, deadline, now, hash);
    }
}
