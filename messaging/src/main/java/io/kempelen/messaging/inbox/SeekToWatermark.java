package io.kempelen.messaging.inbox;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;

/** Sets a newly assigned partition to the watermark, so that a database restored from a backup misses nothing. */
final class SeekToWatermark implements KafkaBindingRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(SeekToWatermark.class);
    private static final int TRIES = 120;

    private final Watermarks watermarks;

    SeekToWatermark(Watermarks watermarks) {
        this.watermarks = watermarks;
    }

    @Override
    public void onPartitionsAssigned(
            String bindingName, Consumer<?, ?> consumer, Collection<TopicPartition> partitions, boolean initial) {
        positions(partitions).forEach(consumer::seek);
    }

    /** Waits for a database that is away for a moment: without the watermark there is no right place to read on. */
    private Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions) {
        for (int tried = 1; ; tried++) {
            try {
                return watermarks.positions(partitions);
            } catch (RuntimeException outage) {
                if (tried == TRIES || !Outage.isOne(outage)) throw outage;
                LOG.warn("No watermark yet: {}", outage.getMessage());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for the database", stopped);
        }
    }
}
