package io.kempelen.messaging.planted.domain;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.jspecify.annotations.Nullable;

/** Breaks two more rules: it is public and sends by itself. */
public class PlantedController {

    private @Nullable KafkaProducer<String, String> producer;

    public void send() {
        if (producer != null) producer.flush();
    }
}
