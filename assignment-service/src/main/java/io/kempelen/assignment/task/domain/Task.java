package io.kempelen.assignment.task.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task as far as its places go. Decisions are pure: they return what is to change and change nothing. */
public record Task(
        String taskId,
        String taskTypeId,
        @Nullable String batchId,
        String requesterId,
        String fundsId,
        String listingId,
        String requirementSetId,
        Price price,
        long durationSeconds,
        long autoApprovalDelaySeconds,
        int places,
        Status status,
        Instant expiresAt,
        int closing,
        Instant publishedAt) {

    public enum Status {
        OPEN,
        CLOSED,
        DISPOSED
    }

    /** The task as it is to be, the places it gains, and whether nobody may accept it from now on, which frees money. */
    public record Change(Task task, int addedPlaces, boolean closes) {}

    /** What became of a task elsewhere. */
    public sealed interface News {

        String taskId();

        record Extended(String taskId, int places, int added) implements News {}

        /** @param id of the event: it carries no running total, so its places count once by it */
        record ExpirationChanged(UUID id, String taskId, Instant expiresAt, int reopenedPlaces, Instant changedAt)
                implements News {

            public ExpirationChanged withoutPlaces() {
                return new ExpirationChanged(id, taskId, expiresAt, 0, changedAt);
            }
        }

        record Disposed(String taskId) implements News {}
    }

    public Change on(News news, Instant now) {
        return switch (news) {
            case News.Extended extended -> extended(extended);
            case News.ExpirationChanged changed -> expirationChanged(changed, now);
            case News.Disposed ignored ->
                new Change(with(Status.DISPOSED, expiresAt, places), 0, status == Status.OPEN);
        };
    }

    /** The running total tells a repeated extension from a new one. Places added to a closed task are freed at once. */
    private Change extended(News.Extended extended) {
        if (extended.places() <= places) return new Change(this, 0, false);
        return new Change(with(status, expiresAt, extended.places()), extended.added(), status != Status.OPEN);
    }

    /** The requester's clock counts too: what was past when it was said is past, even if our clock is slow. */
    private Change expirationChanged(News.ExpirationChanged changed, Instant now) {
        var reopened = changed.reopenedPlaces();
        if (status == Status.DISPOSED) return new Change(this, reopened, reopened > 0);
        var until = changed.expiresAt();
        if (until.isAfter(now) && until.isAfter(changed.changedAt())) {
            return new Change(with(Status.OPEN, until, places), reopened, false);
        }
        return new Change(with(status, until, places), reopened, status == Status.OPEN || reopened > 0);
    }

    /** Once more closed: closings are counted, for an expired task can be opened again. */
    public Task closed() {
        var next = status == Status.DISPOSED ? Status.DISPOSED : Status.CLOSED;
        return new Task(
                taskId,
                taskTypeId,
                batchId,
                requesterId,
                fundsId,
                listingId,
                requirementSetId,
                price,
                durationSeconds,
                autoApprovalDelaySeconds,
                places,
                next,
                expiresAt,
                closing + 1,
                publishedAt);
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    private Task with(Status nextStatus, Instant nextExpiresAt, int nextPlaces) {
        return new Task(
                taskId,
                taskTypeId,
                batchId,
                requesterId,
                fundsId,
                listingId,
                requirementSetId,
                price,
                durationSeconds,
                autoApprovalDelaySeconds,
                nextPlaces,
                nextStatus,
                nextExpiresAt,
                closing,
                publishedAt);
    }
}
