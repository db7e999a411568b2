package io.kempelen.assignment.block;

import io.kempelen.events.WorkerBlocked;
import io.kempelen.events.WorkerUnblocked;
import io.kempelen.messaging.outbox.Outbox;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells of blocks and of their end; the topic's key is the worker. */
@Component
class BlockPublisher {

    private final Outbox outbox;

    BlockPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void blocked(String requesterId, String workerId, Instant at) {
        outbox.append(workerId, new WorkerBlocked(workerId, requesterId, at));
    }

    void unblocked(String requesterId, String workerId, Instant at) {
        outbox.append(workerId, new WorkerUnblocked(workerId, requesterId, at));
    }
}
