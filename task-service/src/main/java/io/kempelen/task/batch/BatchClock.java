package io.kempelen.task.batch;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Drives what batches need without anybody asking. */
@Component
class BatchClock {

    private static final int BATCHES_AT_ONCE = 20;

    private final Batches batches;
    private final BatchPublishingService service;

    BatchClock(Batches batches, BatchPublishingService service) {
        this.batches = batches;
        this.service = service;
    }

    /** A chunk of each batch in turn, so that a large one does not hold up a small one. */
    @Scheduled(fixedDelayString = "${kempelen.batches.publish:200ms}")
    void publish() {
        boolean more = true;
        while (more) {
            more = false;
            for (var batch : batches.findPublishing(BATCHES_AT_ONCE)) more |= service.publishSome(batch.batchId());
        }
    }

    @Scheduled(fixedDelayString = "${kempelen.batches.complete:500ms}")
    void complete() {
        service.complete();
    }

    @Scheduled(fixedDelayString = "${kempelen.batches.sweep:60s}")
    void dropStranded() {
        service.dropStranded();
    }
}
