package io.kempelen.task;

import io.kempelen.events.FundsAsked;
import io.kempelen.events.FundsDeclined;
import io.kempelen.events.FundsHeld;
import io.kempelen.events.FundsPurpose;
import io.kempelen.events.HeldLine;
import io.kempelen.events.Money;
import io.kempelen.messaging.registry.EventCodec;
import io.kempelen.messaging.testing.KafkaProbe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.SmartLifecycle;

/**
 * Holds money for everybody but the poor, never answers the forgotten, and the slow only about new tasks: a requester's id says
 * which he is.
 */
@TestComponent
class PayoutStub implements SmartLifecycle {

    static final long FEE = 1;

    private final KafkaProbe probe;
    private final EventCodec codec;
    private final String brokers;
    private volatile boolean running;

    PayoutStub(KafkaProbe probe, EventCodec codec, @Value("${spring.kafka.bootstrap-servers}") String brokers) {
        this.probe = probe;
        this.codec = codec;
        this.brokers = brokers;
    }

    static FundsHeld held(FundsAsked asked) {
        var lines = asked.getLines().stream()
                .map(line -> new HeldLine(
                        line.getReward(),
                        new Money(FEE, line.getReward().getCurrency()),
                        line.getPlaces(),
                        line.getAssignmentsPerTask()))
                .toList();
        return new FundsHeld(asked.getAskId(), asked.getFundsId(), asked.getRequesterId(), lines, asked.getAskedAt());
    }

    private void answer(FundsAsked asked) {
        var requester = asked.getRequesterId();
        if (requester.startsWith("AFORGOTTEN")) return;
        if (requester.startsWith("ASLOW") && asked.getPurpose() != FundsPurpose.TASK) return;
        if (requester.startsWith("APOOR")) {
            probe.send(
                    "kempelen.payouts",
                    requester,
                    new FundsDeclined(
                            asked.getAskId(),
                            asked.getFundsId(),
                            requester,
                            new Money(600L, "USD"),
                            new Money(7L, "USD"),
                            asked.getAskedAt()));
        } else {
            probe.sendTwice("kempelen.payouts", requester, held(asked));
        }
    }

    private void listen() {
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                brokers,
                "group.id",
                "payout-stub",
                "auto.offset.reset",
                "earliest",
                "fetch.max.wait.ms",
                "20");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("kempelen.tasks"));
            while (running) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    if (codec.decode(record.value()) instanceof FundsAsked asked) answer(asked);
                }
            }
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("payout-stub").start(this::listen);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
