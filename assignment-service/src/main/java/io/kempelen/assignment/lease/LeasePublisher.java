package io.kempelen.assignment.lease;

import io.kempelen.assignment.lease.domain.Lease;
import io.kempelen.events.AssignmentAbandoned;
import io.kempelen.events.AssignmentAccepted;
import io.kempelen.events.AssignmentReturned;
import io.kempelen.events.AssignmentSubmitted;
import io.kempelen.events.Money;
import io.kempelen.messaging.outbox.Keyed;
import io.kempelen.messaging.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells what happened to places and answers; the topic's key is the task. */
@Component
class LeasePublisher {

    private final Outbox outbox;
    private final MeterRegistry meters;

    LeasePublisher(Outbox outbox, MeterRegistry meters) {
        this.outbox = outbox;
        this.meters = meters;
    }

    void accepted(Lease lease) {
        outbox.append(
                lease.taskId(),
                AssignmentAccepted.newBuilder()
                        .setAssignmentId(lease.assignmentId())
                        .setTaskId(lease.taskId())
                        .setWorkerId(lease.workerId())
                        .setRequesterId(lease.requesterId())
                        .setAcceptedAt(lease.acceptedAt())
                        .setDeadline(lease.deadline())
                        .build());
        count("accepted", 1);
    }

    void submitted(HeldLease held, Answer answer) {
        var lease = held.lease();
        outbox.append(
                lease.taskId(),
                AssignmentSubmitted.newBuilder()
                        .setAssignmentId(lease.assignmentId())
                        .setTaskId(lease.taskId())
                        .setBatchId(held.batchId())
                        .setWorkerId(lease.workerId())
                        .setRequesterId(lease.requesterId())
                        .setFundsId(held.fundsId())
                        .setReward(reward(held))
                        .setFee(fee(held))
                        .setAnswer(ByteBuffer.wrap(answer.bytes()))
                        .setAutoApprovalDelaySeconds(held.autoApprovalDelaySeconds())
                        .setAcceptedAt(lease.acceptedAt())
                        .setSubmittedAt(lease.endedAtOrThrow())
                        .build());
        count("submitted", 1);
    }

    void returned(HeldLease held, boolean placeReleased) {
        var lease = held.lease();
        outbox.append(
                lease.taskId(),
                AssignmentReturned.newBuilder()
                        .setAssignmentId(lease.assignmentId())
                        .setTaskId(lease.taskId())
                        .setWorkerId(lease.workerId())
                        .setRequesterId(lease.requesterId())
                        .setFundsId(held.fundsId())
                        .setReward(reward(held))
                        .setFee(fee(held))
                        .setPlaceReleased(placeReleased)
                        .setReturnedAt(lease.endedAtOrThrow())
                        .build());
        count("returned", 1);
    }

    /** @param released tasks whose places are no more to be had */
    void abandoned(List<HeldLease> all, Set<String> released) {
        outbox.appendAll(all.stream()
                .map(held -> new Keyed(
                        held.lease().taskId(),
                        abandoned(held, released.contains(held.lease().taskId()))))
                .toList());
        count("abandoned", all.size());
    }

    private static AssignmentAbandoned abandoned(HeldLease held, boolean placeReleased) {
        var lease = held.lease();
        return AssignmentAbandoned.newBuilder()
                .setAssignmentId(lease.assignmentId())
                .setTaskId(lease.taskId())
                .setWorkerId(lease.workerId())
                .setRequesterId(lease.requesterId())
                .setFundsId(held.fundsId())
                .setReward(reward(held))
                .setFee(fee(held))
                .setPlaceReleased(placeReleased)
                .setAbandonedAt(lease.endedAtOrThrow())
                .build();
    }

    private void count(String what, int how) {
        meters.counter("kempelen_assignments_" + what).increment(how);
    }

    private static Money reward(HeldLease held) {
        return new Money(held.price().rewardMinor(), held.price().currency());
    }

    private static Money fee(HeldLease held) {
        return new Money(held.price().feeMinor(), held.price().currency());
    }
}
