package io.kempelen.messaging.outbox;

import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.registry.EventCodec;
import io.kempelen.messaging.registry.RegistryConfiguration;
import io.kempelen.messaging.time.TimeConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox and its one sender. */
@AutoConfiguration(after = {FlywayAutoConfiguration.class, RegistryConfiguration.class, TimeConfiguration.class})
public class OutboxConfiguration {

    @Bean
    Traces traces(ObjectProvider<Tracer> tracer) {
        return new Traces(tracer.getIfAvailable());
    }

    @Bean
    CrashPoints crashPoints(@Value("${kempelen.crash-point-file:}") String file) {
        return new CrashPoints(file);
    }

    @Bean(destroyMethod = "close")
    Producer<byte[], byte[]> outboxProducer(@Value("${spring.kafka.bootstrap-servers}") String brokers) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        10_000,
                        ProducerConfig.LINGER_MS_CONFIG,
                        1,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        128 * 1024,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Bean
    OutboxRelay outboxRelay(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Producer<byte[], byte[]> producer,
            CrashPoints crashPoints,
            @Value("${kempelen.outbox-poll:250ms}") Duration poll,
            @Value("${kempelen.outbox-linger:20ms}") Duration linger) {
        return new OutboxRelay(jdbc, new TransactionTemplate(transactions), producer, crashPoints, poll, linger);
    }

    @Bean
    Outbox outbox(
            JdbcTemplate jdbc,
            EventCodec codec,
            Ids ids,
            InstantSource clock,
            Traces traces,
            OutboxRelay relay,
            @Value("${kempelen.topic}") String topic,
            @Value("${spring.application.name}") String service) {
        return new Outbox(jdbc, codec, ids, clock, traces, relay::nudge, topic, "/kempelen/" + service);
    }

    @Bean
    MeterBinder outboxDepth(JdbcTemplate jdbc) {
        return registry -> Gauge.builder("kempelen_outbox_rows", jdbc, OutboxConfiguration::depth)
                .description("Events written and not yet acknowledged by Kafka")
                .register(registry);
    }

    private static double depth(JdbcTemplate jdbc) {
        var rows = jdbc.queryForObject("SELECT count(*) FROM outbox", Long.class);
        return rows == null ? 0 : rows;
    }
}
