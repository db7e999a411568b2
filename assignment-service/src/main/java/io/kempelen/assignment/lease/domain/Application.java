package io.kempelen.assignment.lease.domain;

import io.kempelen.assignment.qualification.domain.Action;
import io.kempelen.assignment.qualification.domain.Requirements;
import io.kempelen.assignment.qualification.domain.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A worker who wants to take a place of a task: all that decides whether the worker may, places aside. An account not known
 * yet is taken to be in what the task pays.
 */
public record Application(
        String workerId,
        String taskId,
        String requesterId,
        boolean open,
        Instant expiresAt,
        long durationSeconds,
        boolean suspended,
        boolean blocked,
        @Nullable String currentAssignmentId,
        String rewardCurrency,
        @Nullable String accountCurrency,
        Requirements requirements,
        Standing standing) {

    /** Why the worker may not take a place; null: may. Not even an unfired closing lets anybody in after the expiry. */
    public AcceptOutcome.@Nullable Refused refusal(Instant now) {
        if (workerId.equals(requesterId)) return new AcceptOutcome.OwnTask();
        if (suspended) return new AcceptOutcome.AccountSuspended();
        if (blocked) return new AcceptOutcome.Blocked();
        if (currentAssignmentId != null) return new AcceptOutcome.AlreadyYours(currentAssignmentId);
        if (!open || !now.isBefore(expiresAt)) return new AcceptOutcome.TaskClosed();
        if (accountCurrency != null && !accountCurrency.equals(rewardCurrency))
            return new AcceptOutcome.OtherCurrency(rewardCurrency, accountCurrency);
        var unmet = requirements.unmet(standing, Action.ACCEPT);
        return unmet.isEmpty() ? null : new AcceptOutcome.NotQualified(unmet);
    }

    /** The lease the worker gets if a place can be had. */
    public Lease lease(String assignmentId, int stripe, Instant now) {
        return new Lease(
                assignmentId,
                taskId,
                stripe,
                workerId,
                requesterId,
                Lease.Status.ACCEPTED,
                now,
                now.plusSeconds(durationSeconds),
                null,
                null);
    }
}
