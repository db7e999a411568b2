package io.kempelen.messaging.inbox;

import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;

/** Sets a newly assigned partition to the watermark, so that a database restored from a backup misses nothing. */
final class SeekToWatermark implements KafkaBindingRebalanceListener {

    private final Watermarks watermarks;

    SeekToWatermark(Watermarks watermarks) {
        this.watermarks = watermarks;
    }

    @Override
    public void onPartitionsAssigned(
            String bindingName, Consumer<?, ?> consumer, Collection<TopicPartition> partitions, boolean initial) {
        watermarks.positions(partitions).forEach(consumer::seek);
    }
}
