package io.kempelen.local.replay;

import io.kempelen.events.DepositReceived;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What flowed into a requester's account, as kempelen.payouts tells it: the operator's deposits, and in the sandbox the play
 * money, which the balance alone would hide because it is levelled after every change.
 */
final class MoneyHeard {

    private static final String TOPIC = "kempelen.payouts";

    /** Confluent's wire format: a zero and the schema's number, then Avro. */
    private static final int PREFIX = 5;

    private final String bootstrap;
    private final Map<TopicPartition, Long> since;

    private MoneyHeard(String bootstrap, Map<TopicPartition, Long> since) {
        this.bootstrap = bootstrap;
        this.since = since;
    }

    static MoneyHeard fromNow(String bootstrap) {
        try (var consumer = consumer(bootstrap)) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            return new MoneyHeard(bootstrap, Map.copyOf(consumer.endOffsets(partitions)));
        }
    }

    BigDecimal of(String requesterId) {
        var sum = BigDecimal.ZERO;
        try (var consumer = consumer(bootstrap)) {
            var ends = consumer.endOffsets(since.keySet());
            consumer.assign(since.keySet());
            since.forEach(consumer::seek);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var event : consumer.poll(Duration.ofMillis(200))) {
                    if (isDeposit(event, requesterId)) sum = sum.add(amount(event.value()));
                }
            }
        }
        return sum;
    }

    private static boolean isDeposit(ConsumerRecord<byte[], byte[]> event, String requesterId) {
        var type = event.headers().lastHeader("ce_type");
        return type != null
                && new String(type.value(), StandardCharsets.UTF_8).endsWith("DepositReceived")
                && new String(event.key(), StandardCharsets.UTF_8).equals(requesterId);
    }

    private static BigDecimal amount(byte[] body) {
        try {
            var decoder = DecoderFactory.get().binaryDecoder(body, PREFIX, body.length - PREFIX, null);
            var deposit = new GenericDatumReader<GenericRecord>(DepositReceived.getClassSchema()).read(null, decoder);
            var amount = (GenericRecord) Objects.requireNonNull(deposit.get("amount"));
            var currency = Currency.getInstance(String.valueOf(amount.get("currency")));
            var minorUnits = (Long) Objects.requireNonNull(amount.get("minorUnits"));
            return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
        } catch (IOException e) {
            throw new UncheckedIOException("An event of " + TOPIC + " cannot be read", e);
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrap) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
