package io.kempelen.assignment.lease;

import io.kempelen.assignment.lease.domain.Lease;
import io.kempelen.assignment.task.domain.Price;
import org.jspecify.annotations.Nullable;

/** A lease with what its task says about the money: events carry it, so that payout-service need not know tasks. */
record HeldLease(Lease lease, @Nullable String batchId, String fundsId, Price price, long autoApprovalDelaySeconds) {

    HeldLease with(Lease changed) {
        return new HeldLease(changed, batchId, fundsId, price, autoApprovalDelaySeconds);
    }
}
