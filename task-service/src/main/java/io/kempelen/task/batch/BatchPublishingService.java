package io.kempelen.task.batch;

import io.kempelen.task.funds.Lines;
import io.kempelen.task.task.TaskPublishing;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes the tasks of funded batches, some at a time, and notices when all tasks of one are complete; any replica may. */
@Service
class BatchPublishingService {

    private static final int TASKS_AT_ONCE = 500;
    private static final int BATCHES_AT_ONCE = 100;
    private static final Duration LONGEST_UPLOAD = Duration.ofHours(1);

    private final Batches batches;
    private final InputRows rows;
    private final TaskPublishing publishing;
    private final Lines lines;
    private final BatchPublisher publisher;
    private final InstantSource clock;

    BatchPublishingService(
            Batches batches,
            InputRows rows,
            TaskPublishing publishing,
            Lines lines,
            BatchPublisher publisher,
            InstantSource clock) {
        this.batches = batches;
        this.rows = rows;
        this.publishing = publishing;
        this.lines = lines;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Publishes the next tasks of a batch and says whether there may be more. */
    @Transactional
    public boolean publishSome(String batchId) {
        var held = batches.findByBatchId(batchId)
                .map(batch -> lines.read(batch.lines()))
                .orElseThrow();
        int published = publishing.publishSome(batchId, held, clock.instant(), TASKS_AT_ONCE);
        if (published < TASKS_AT_ONCE) batches.published(batchId);
        return published == TASKS_AT_ONCE;
    }

    @Transactional
    public void complete() {
        var now = clock.instant();
        for (var batch : batches.lockComplete(BATCHES_AT_ONCE)) {
            batches.completed(batch.batchId(), now);
            publisher.completed(batch, now);
        }
    }

    /** Drops what is left of uploads whose replica died. */
    @Transactional
    public void dropStranded() {
        for (var batch : batches.lockStranded(clock.instant().minus(LONGEST_UPLOAD), BATCHES_AT_ONCE)) {
            rows.drop(batch.batchId());
            batches.discard(batch.batchId());
        }
    }
}
