package io.kempelen.task.task.domain;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task (MTurk: HIT) and its counters. Available, pending, submitted and decided places always add up to all places;
 * {@code released} counts those of the available ones that lost their money when the task closed.
 */
@MappedEntity
public record Task(
        @Id String taskId,
        String requesterId,
        String taskTypeId,
        @Nullable String projectId,
        @Nullable String batchId,
        String fundsId,
        State state,
        String questionVersion,
        @Nullable String columnsId,
        @Nullable String annotation,
        String review,
        long reward,
        long fee,
        String currency,
        int places,
        long lifetimeSeconds,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant publishedAt,
        @Nullable Instant completedAt,
        @Nullable Instant disposedAt,
        boolean reviewing,
        int pending,
        int submitted,
        int approved,
        int rejected,
        int wanted,
        int released,
        int closing,
        boolean closed) {

    public static final int MOST_PLACES = 1_000_000_000;
    /** From so many places on, tasks cost more, so none may grow into it. */
    public static final int DEARER = 10;

    /** Where a task is in its life. */
    public enum State {
        DRAFT,
        PUBLISHED,
        DISPOSED
    }

    public int decided() {
        return approved + rejected;
    }

    public int available() {
        return places - pending - submitted - decided();
    }

    /** What its requester sees. */
    public Status status(Instant now) {
        return switch (state) {
            case DRAFT -> Status.DRAFT;
            case DISPOSED -> Status.DISPOSED;
            case PUBLISHED -> openStatus(now);
        };
    }

    private Status openStatus(Instant now) {
        if (available() > 0 && !over(now)) return Status.ASSIGNABLE;
        if (pending > 0) return Status.UNASSIGNABLE;
        return reviewing ? Status.REVIEWING : Status.REVIEWABLE;
    }

    /** Nobody can accept any more. */
    public boolean over(Instant now) {
        return closed || !expiresAt.isAfter(now);
    }

    /** Whether assignment-service may still say of free places that nobody took them: their money would go back. */
    public boolean isClosing(Instant now) {
        return over(now) && !closed && available() > 0;
    }

    /** Whether so many places more would make a task dearer that was bought with fewer than ten. */
    public static boolean growsDearer(int bought, long more) {
        return bought < DEARER && bought + more >= DEARER;
    }

    public Task published(Instant now, long feePerPlace, Instant until) {
        return with(State.PUBLISHED, feePerPlace, until, now, null, null, false);
    }

    public Task disposed(Instant now) {
        return with(State.DISPOSED, fee, expiresAt, publishedAt, completedAt, now, false);
    }

    public Task reviewing(boolean now) {
        return with(state, fee, expiresAt, publishedAt, completedAt, disposedAt, now);
    }

    public Task expiring(Instant until) {
        return with(state, fee, until, publishedAt, completedAt, disposedAt, reviewing);
    }

    /** Open again, with the money of {@code reopened} places held once more. */
    public Task reopened(Instant until, int reopened) {
        return expiring(until)
                .incomplete()
                .counting(pending, submitted, approved, rejected, wanted, released - reopened, closing, false);
    }

    public Task extended(int more) {
        return withPlaces(places + more).incomplete();
    }

    public Task wanting(int more) {
        return counting(pending, submitted, approved, rejected, wanted + more, released, closing, closed);
    }

    /** Assignment-service closed it; an older or repeated closing changes nothing. */
    public Task closedBy(int number, int neverTaken) {
        if (number <= closing) return this;
        return counting(pending, submitted, approved, rejected, wanted, released + neverTaken, number, true);
    }

    public Task counted(Change change) {
        return counting(
                pending + change.pending(),
                submitted + change.submitted(),
                approved + change.approved(),
                rejected + change.rejected(),
                wanted,
                released + change.released(),
                closing,
                closed);
    }

    /** Every answer is decided and no place is open, nor asked for. */
    public boolean complete() {
        return state != State.DRAFT && pending == 0 && submitted == 0 && wanted == 0 && (available() == 0 || closed);
    }

    /** The same task, with its completion noted or taken back as its counters now say. */
    public Task settled(Instant now) {
        if (complete() == (completedAt != null)) return this;
        return complete() ? with(state, fee, expiresAt, publishedAt, now, disposedAt, reviewing) : incomplete();
    }

    private Task incomplete() {
        return with(state, fee, expiresAt, publishedAt, null, disposedAt, false);
    }

    private Task with(
            State nextState,
            long nextFee,
            Instant until,
            @Nullable Instant published,
            @Nullable Instant completed,
            @Nullable Instant disposed,
            boolean inReview) {
        return new Task(
                taskId,
                requesterId,
                taskTypeId,
                projectId,
                batchId,
                fundsId,
                nextState,
                questionVersion,
                columnsId,
                annotation,
                review,
                reward,
                nextFee,
                currency,
                places,
                lifetimeSeconds,
                createdAt,
                until,
                published,
                completed,
                disposed,
                inReview,
                pending,
                submitted,
                approved,
                rejected,
                wanted,
                released,
                closing,
                closed);
    }

    private Task withPlaces(int all) {
        return new Task(
                taskId,
                requesterId,
                taskTypeId,
                projectId,
                batchId,
                fundsId,
                state,
                questionVersion,
                columnsId,
                annotation,
                review,
                reward,
                fee,
                currency,
                all,
                lifetimeSeconds,
                createdAt,
                expiresAt,
                publishedAt,
                completedAt,
                disposedAt,
                reviewing,
                pending,
                submitted,
                approved,
                rejected,
                wanted,
                released,
                closing,
                closed);
    }

    private Task counting(
            int nowPending,
            int nowSubmitted,
            int nowApproved,
            int nowRejected,
            int nowWanted,
            int nowReleased,
            int number,
            boolean shut) {
        return new Task(
                taskId,
                requesterId,
                taskTypeId,
                projectId,
                batchId,
                fundsId,
                state,
                questionVersion,
                columnsId,
                annotation,
                review,
                reward,
                fee,
                currency,
                places,
                lifetimeSeconds,
                createdAt,
                expiresAt,
                publishedAt,
                completedAt,
                disposedAt,
                reviewing,
                nowPending,
                nowSubmitted,
                nowApproved,
                nowRejected,
                nowWanted,
                nowReleased,
                number,
                shut);
    }
}
