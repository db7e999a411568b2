package io.kempelen.messaging.inbox;

import io.kempelen.messaging.outbox.CrashPoints;
import io.kempelen.messaging.outbox.Outbox;
import io.kempelen.messaging.outbox.OutboxConfiguration;
import io.kempelen.messaging.outbox.Traces;
import io.kempelen.messaging.registry.EventCodec;
import io.kempelen.messaging.topic.TopicConfiguration;
import io.kempelen.messaging.topic.Topics;
import io.kempelen.messaging.wait.Hurry;
import io.kempelen.messaging.wait.WaitConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.FixedBackOff;

/** The inbox, what is parked, and how listeners behave when the surroundings fail. */
@AutoConfiguration(after = {OutboxConfiguration.class, TopicConfiguration.class, WaitConfiguration.class})
@Import({AppliedController.class, DeadLetterController.class})
public class InboxConfiguration {

    /** Longer than an outage lasts, after which senders may publish once more what they published before. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private static final Duration OFFSETS_EVERY = Duration.ofSeconds(1);

    @Bean
    Watermarks watermarks(JdbcTemplate jdbc) {
        return new Watermarks(jdbc);
    }

    @Bean
    AppliedSignal appliedSignal() {
        return new AppliedSignal();
    }

    @Bean
    ParkedRecords parkedRecords(
            JdbcTemplate jdbc,
            Outbox outbox,
            InstantSource clock,
            @Value("${spring.application.name}") String service) {
        return new ParkedRecords(jdbc, outbox, clock, service);
    }

    @Bean
    Inbox inbox(
            PlatformTransactionManager transactions,
            Watermarks watermarks,
            ParkedRecords parked,
            EventCodec codec,
            Traces traces,
            CrashPoints crashPoints,
            AppliedSignal signal,
            Gathering gathering) {
        return new Inbox(
                new BatchTransaction(
                        new TransactionTemplate(transactions), watermarks, parked, codec, traces, crashPoints, signal),
                gathering);
    }

    @Bean
    Gathering gathering(
            Hurry hurry,
            @Value("${kempelen.gather.urgent}") Duration brief,
            @Value("${kempelen.gather.usual}") Duration usual,
            @Value("${kempelen.urgent:}") Set<String> urgent) {
        return new Gathering(hurry, brief, usual, urgent);
    }

    @Bean
    DeadLetters deadLetters(
            PlatformTransactionManager transactions,
            Watermarks watermarks,
            ParkedRecords parked,
            EventCodec codec,
            Traces traces,
            Inbox inbox) {
        return new DeadLetters(new TransactionTemplate(transactions), watermarks, parked, codec, traces, inbox);
    }

    @Bean
    TopicGuard topicGuard(
            KafkaAdmin admin, Watermarks watermarks, @Value("${spring.cloud.function.definition:}") String reads) {
        var topics = Arrays.stream(reads.split("[;|,]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> Topics.PREFIX + name)
                .toList();
        return new TopicGuard(admin, watermarks, topics);
    }

    /** Reading goes on where the database says, whatever offsets Kafka has kept. */
    @Bean
    KafkaBindingRebalanceListener seekToWatermark(Watermarks watermarks) {
        return new SeekToWatermark(watermarks);
    }

    /**
     * Only outages get here: they are tried again for ever. Offsets are told to Kafka now and then; what counts is the
     * watermark.
     */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> listening() {
        return (container, destination, group) -> {
            var properties = container.getContainerProperties();
            properties.setPollTimeout(OFFSETS_EVERY.toMillis());
            properties.setAckMode(ContainerProperties.AckMode.TIME);
            properties.setAckTime(OFFSETS_EVERY.toMillis());
            properties.setAuthExceptionRetryInterval(Duration.ofSeconds(5));
            container.setCommonErrorHandler(
                    new DefaultErrorHandler(new FixedBackOff(1000, FixedBackOff.UNLIMITED_ATTEMPTS)));
        };
    }

    @Bean
    MeterBinder parkedDepth(ParkedRecords parked) {
        return registry -> Gauge.builder("kempelen_parked_records", parked, ParkedRecords::count)
                .description("Records that could not be applied, and those behind them")
                .register(registry);
    }

    @Bean
    Forgetting forgetting(Watermarks watermarks) {
        return new Forgetting(watermarks);
    }

    /** Keeps the list of applied events short. */
    static final class Forgetting {

        private final Watermarks watermarks;

        Forgetting(Watermarks watermarks) {
            this.watermarks = watermarks;
        }

        @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
        void forget() {
            watermarks.forget(Instant.now().minus(REMEMBERED));
        }
    }
}
