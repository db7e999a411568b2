package io.kempelen.payout.hold.domain;

import io.kempelen.payout.ledger.domain.Cause;
import io.kempelen.payout.ledger.domain.LedgerAccount;
import io.kempelen.payout.ledger.domain.Transfer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of held places. The id names the place, and a place is settled once, whatever says so how often. */
public record Settlement(
        String id,
        Reason reason,
        String fundsId,
        String requesterId,
        @Nullable String workerId,
        String taskId,
        @Nullable String batchId,
        @Nullable String assignmentId,
        Price price,
        int places) {

    /** Why; it decides where the money goes. */
    public enum Reason {
        APPROVED,
        OVERRIDDEN,
        REJECTED,
        GIVEN_BACK,
        NEVER_TAKEN;

        public Outcome outcome() {
            return switch (this) {
                case APPROVED, OVERRIDDEN -> Outcome.CAPTURED;
                case REJECTED, GIVEN_BACK, NEVER_TAKEN -> Outcome.RELEASED;
            };
        }
    }

    /** Where the money of a place went. */
    public enum Outcome {
        CAPTURED,
        RELEASED
    }

    /** What one place costs. */
    public record Price(long reward, long fee, String currency) {

        public Price {
            if (reward < 0 || fee < 0) throw new IllegalArgumentException("A price is never negative");
        }
    }

    /** The parties of an assignment. */
    public record Assignment(
            String assignmentId, String taskId, @Nullable String batchId, String workerId, String requesterId) {}

    /** An approved answer's place. One that overrides a rejection has a place of its own: the first one's money went back. */
    public static Settlement approved(Assignment work, String fundsId, Price price, boolean override) {
        var id = override ? work.assignmentId() + "/override" : work.assignmentId();
        return of(id, override ? Reason.OVERRIDDEN : Reason.APPROVED, work, fundsId, price);
    }

    public static Settlement rejected(Assignment work, String fundsId, Price price) {
        return of(work.assignmentId(), Reason.REJECTED, work, fundsId, price);
    }

    public static Settlement givenBack(Assignment work, String fundsId, Price price) {
        return of(work.assignmentId(), Reason.GIVEN_BACK, work, fundsId, price);
    }

    /** Places nobody took before a task's n-th closing. */
    public static Settlement neverTaken(
            String taskId, int closing, String requesterId, String fundsId, Price price, int places) {
        return new Settlement(
                taskId + "/" + closing,
                Reason.NEVER_TAKEN,
                fundsId,
                requesterId,
                null,
                taskId,
                null,
                null,
                price,
                places);
    }

    private static Settlement of(String id, Reason reason, Assignment work, String fundsId, Price price) {
        return new Settlement(
                id,
                reason,
                fundsId,
                work.requesterId(),
                work.workerId(),
                work.taskId(),
                work.batchId(),
                work.assignmentId(),
                price,
                1);
    }

    public Outcome outcome() {
        return reason.outcome();
    }

    /** Everything that leaves the hold. */
    public long amount() {
        return Math.multiplyExact(Math.addExact(price.reward(), price.fee()), (long) places);
    }

    public List<Transfer> transfers() {
        var escrow = LedgerAccount.escrow(requesterId, price.currency());
        var transfers = new ArrayList<Transfer>(2);
        switch (outcome()) {
            case CAPTURED -> {
                if (workerId == null) throw new IllegalArgumentException("Nobody is paid for " + id);
                var worker = LedgerAccount.earnings(workerId, price.currency());
                add(transfers, Cause.REWARD, escrow, worker, price.reward());
                add(transfers, Cause.FEE, escrow, LedgerAccount.fees(price.currency()), price.fee());
            }
            case RELEASED ->
                add(transfers, Cause.RELEASE, escrow, LedgerAccount.available(requesterId, price.currency()), amount());
        }
        return transfers;
    }

    private void add(List<Transfer> transfers, Cause cause, LedgerAccount from, LedgerAccount to, long amount) {
        if (amount > 0) transfers.add(new Transfer(cause, id, from, to, amount, fundsId));
    }
}
