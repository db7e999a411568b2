package io.kempelen.task.batch;

import io.kempelen.events.BatchCompleted;
import io.kempelen.events.BatchPublished;
import io.kempelen.messaging.outbox.Outbox;
import io.kempelen.task.batch.domain.Batch;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells of batches. */
@Component
class BatchPublisher {

    private final Outbox outbox;

    BatchPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    UUID published(Batch batch, Instant at) {
        return outbox.append(
                batch.batchId(),
                new BatchPublished(
                        batch.batchId(),
                        batch.projectId(),
                        batch.requesterId(),
                        batch.rowCount(),
                        batch.taskCount(),
                        batch.placeCount(),
                        at));
    }

    void completed(Batch batch, Instant at) {
        outbox.append(batch.batchId(), new BatchCompleted(batch.batchId(), batch.requesterId(), at));
    }
}
