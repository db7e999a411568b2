package io.kempelen.messaging.registry;

import java.io.UncheckedIOException;
import java.time.Duration;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Registers every event of the service's topic before the service does anything, so that an incompatible one stops it at the door. */
public final class SchemaRegistration implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaRegistration.class);
    private static final int TRIES = 60;

    private final SchemaRegistry registry;
    private final String topic;

    SchemaRegistration(SchemaRegistry registry, String topic) {
        this.registry = registry;
        this.topic = topic;
    }

    @Override
    public void afterSingletonsInstantiated() {
        TopicEvents.of(topic).forEach(this::register);
    }

    private void register(Schema schema) {
        for (int tried = 1; ; tried++) {
            try {
                registry.idOf(EventSerializer.subject(topic, schema), schema);
                return;
            } catch (UncheckedIOException outage) {
                if (tried == TRIES) throw outage;
                LOG.warn("The schema registry does not answer yet: {}", outage.getMessage());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for the schema registry", stopped);
        }
    }
}
