package io.kempelen.acceptance.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the topics say about one assignment, in whatever order it was read. */
final class Work {

    final String id;
    final String taskId;
    final String workerId;
    int accepted;
    int submitted;
    int returned;
    int abandoned;
    int approvals;
    int overrides;
    int rejections;
    boolean placeReleased;
    long lastVerdict;
    boolean lastApproved;

    @Nullable
    Instant deadline;

    @Nullable
    Instant submittedAt;

    @Nullable
    Instant dueAt;

    @Nullable
    String answer;

    @Nullable
    String fundsId;

    /** The first hold's money went back when the answer was rejected. */
    @Nullable
    String overrideFundsId;

    @Nullable
    Amount reward;

    @Nullable
    Amount fee;

    final List<Price> prices = new ArrayList<>();
    final List<Price> paid = new ArrayList<>();

    /** What a place costs, as some event says. */
    record Price(Amount reward, Amount fee, String saidBy) {

        Amount total() {
            return reward.plus(fee);
        }

        boolean sameAs(Price other) {
            return reward.equals(other.reward) && fee.equals(other.fee);
        }
    }

    Work(String id, String taskId, String workerId) {
        this.id = id;
        this.taskId = taskId;
        this.workerId = workerId;
    }

    boolean ended() {
        return submitted + returned + abandoned > 0;
    }

    boolean live() {
        return accepted > 0 && !ended();
    }

    /** The hold that pays for it, where one does. */
    @Nullable
    String paidFrom() {
        return overrides > 0 ? overrideFundsId : fundsId;
    }

    boolean decided() {
        return approvals + overrides + rejections > 0;
    }

    /** Where it stands, in the words of assignment-service. */
    String lease() {
        if (submitted > 0) return "SUBMITTED";
        if (returned > 0) return "RETURNED";
        if (abandoned > 0) return "ABANDONED";
        return "ACCEPTED";
    }

    /** Where it stands, in the words of review-service. */
    String verdict() {
        if (!decided()) return "SUBMITTED";
        return lastApproved ? "APPROVED" : "REJECTED";
    }

    void verdict(long number, boolean approved) {
        if (number < lastVerdict) return;
        lastVerdict = number;
        lastApproved = approved;
    }
}
