package io.kempelen.review.docket.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that is decided about one task's answers, in one row; its numbering counts every answer and verdict of the task from 1
 * without gaps, so a decision can name exactly what it was made of.
 */
public record Docket(
        String taskId,
        String requesterId,
        @Nullable String batchId,
        @Nullable Policy policy,
        Places places,
        Counts counts,
        long lastNumber,
        @Nullable Finding finding,
        boolean settled,
        @Nullable Long sweepAfter,
        @Nullable Instant disposedAt) {

    public static Docket open(String taskId, String requesterId, @Nullable String batchId) {
        return new Docket(taskId, requesterId, batchId, null, Places.UNKNOWN, Counts.NONE, 0, null, false, null, null);
    }

    public boolean countsVotes() {
        return policy != null && policy.countsVotes();
    }

    public boolean replacesRejected() {
        return policy != null && policy.replaceRejected() && disposedAt == null;
    }

    /** No answer is still to come. */
    public boolean full() {
        return places.known() && counts.answered() >= places.open();
    }

    /** The places whose answers count: a rejected one counts no more, the one asked for in its stead does. */
    public int placesThatCount() {
        return places.open() - counts.rejected();
    }

    /** True when the published result says less than what was heard since and nothing more will come. */
    public boolean finalShareUntold() {
        return settled && full() && finding != null && finding.heard() > finding.told();
    }

    public Docket publish(Policy declared, int total, @Nullable String batch) {
        return with(declared, places.atLeast(total), counts, lastNumber, finding, settled, batch);
    }

    public Docket answer() {
        return with(places, counts.answer(), lastNumber + 1, finding, settled);
    }

    public Docket vote(int change) {
        return with(places, counts.vote(change), lastNumber, finding, settled);
    }

    public Docket hear(String labelHash) {
        return finding == null ? this : with(places, counts, lastNumber, finding.hear(labelHash), settled);
    }

    public Docket approve() {
        return with(places, counts.approve(), lastNumber + 1, finding, settled);
    }

    public Docket reject(boolean byPolicy) {
        return with(places, counts.reject(byPolicy), lastNumber + 1, finding, settled);
    }

    public Docket override(boolean ofPolicy) {
        return with(places, counts.override(ofPolicy), lastNumber + 1, finding, settled);
    }

    public Docket want() {
        return with(places.want(1), counts, lastNumber, finding, settled);
    }

    /** A place for a rejected answer: what was found stands. */
    public Docket replace(int total, int additional) {
        return with(places.atLeast(total).replace(additional), counts, lastNumber, finding, settled);
    }

    /** More opinions are wanted: what was found must prove itself again, verdicts already given stand. */
    public Docket extend(int total) {
        return with(places.atLeast(total), counts, lastNumber, finding, false);
    }

    public Docket release(int count) {
        return with(places.release(count), counts, lastNumber, finding, settled);
    }

    public Docket close(int neverTaken) {
        return with(places.release(neverTaken).close(), counts, lastNumber, finding, settled);
    }

    public Docket reopen(int count) {
        return with(places.release(-count), counts, lastNumber, finding, count == 0 && settled);
    }

    public Docket find(Finding found) {
        return with(places, counts, lastNumber, found, true);
    }

    public Docket tell(Instant now) {
        return finding == null ? this : with(places, counts, lastNumber, finding.tell(lastNumber, now), settled);
    }

    public Docket sweep(@Nullable Long after) {
        return new Docket(
                taskId, requesterId, batchId, policy, places, counts, lastNumber, finding, settled, after, disposedAt);
    }

    public Docket dispose(Instant at) {
        return new Docket(
                taskId, requesterId, batchId, policy, places, counts, lastNumber, finding, settled, sweepAfter, at);
    }

    private Docket with(Places newPlaces, Counts newCounts, long number, @Nullable Finding found, boolean isSettled) {
        return with(policy, newPlaces, newCounts, number, found, isSettled, batchId);
    }

    private Docket with(
            @Nullable Policy newPolicy,
            Places newPlaces,
            Counts newCounts,
            long number,
            @Nullable Finding found,
            boolean isSettled,
            @Nullable String batch) {
        return new Docket(
                taskId,
                requesterId,
                batch,
                newPolicy,
                newPlaces,
                newCounts,
                number,
                found,
                isSettled,
                sweepAfter,
                disposedAt);
    }
}
