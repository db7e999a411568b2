package io.kempelen.payout.withdrawal.rail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kempelen.payout.withdrawal.rail.PayoutRail.Unreachable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedRailTest {

    private static final Order FIRST = order("P1");
    private static final Order SECOND = order("P2");
    private static final Run RUN = Payer.run(List.of(FIRST, SECOND));
    private static final Map<String, Answer> PAID = Map.of("P1", new Answer.Paid(), "P2", new Answer.Paid());

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RailGuards guards = new RailGuards(
            new GuardProperties(
                    Duration.ofSeconds(1), Duration.ofSeconds(1), 3, Duration.ofMillis(10), 4, Duration.ofSeconds(1)),
            meters);
    private final Script rail = new Script();
    private final PayoutRail guarded = guards.guard(rail);

    @AfterEach
    void close() {
        guards.destroy();
    }

    @Test
    void handsThroughWhatTheRailSays() throws Exception {
        rail.does(() -> PAID);

        assertThat(guarded.pay(RUN)).isEqualTo(PAID);
        assertThat(guarded.ask(List.of(FIRST, SECOND))).isEqualTo(PAID);
        assertThat(rail.calls).isEqualTo(2);
        assertThat(guarded.name()).isEqualTo("script");
        assertThat(guarded.runSize()).isEqualTo(2);
        assertThat(guarded.recall()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void triesAgainWhenNothingWasSent() throws Exception {
        rail.does(() -> {
            if (rail.calls < 3) throw new Unreachable("away");
            return PAID;
        });

        assertThat(guarded.pay(RUN)).isEqualTo(PAID);
        assertThat(rail.calls).isEqualTo(3);
    }

    @Test
    void givesUpAsUnreachable() {
        rail.does(() -> {
            throw new Unreachable("away");
        });

        assertThatThrownBy(() -> guarded.pay(RUN)).isInstanceOf(Unreachable.class);
        assertThat(rail.calls).isEqualTo(3);
    }

    @Test
    void doesNotKnowWhatCameOfAFailedPaymentAndNeverRepeatsIt() throws Exception {
        rail.does(() -> {
            throw new IllegalStateException("DE02120300000000202051 is broken");
        });

        assertUnknown(guarded.pay(RUN));
        assertThat(rail.calls).isEqualTo(1);
        assertThat(guarded.pay(RUN).toString()).doesNotContain("DE02");
    }

    @Test
    void doesNotKnowWhatCameOfALatePaymentAndStopsIt() throws Exception {
        var stopped = new AtomicBoolean();
        rail.does(() -> sleep(stopped));

        assertUnknown(guarded.pay(RUN));
        assertThat(rail.calls).isEqualTo(1);
        guards.destroy();
        assertThat(stopped).isTrue();
    }

    @Test
    void asksAgainAfterAFailureOrATimeOut() {
        rail.does(() -> switch (rail.calls) {
            case 1 -> throw new IllegalStateException("broken");
            case 2 -> sleep(new AtomicBoolean());
            default -> PAID;
        });

        assertThat(guarded.ask(List.of(FIRST, SECOND))).isEqualTo(PAID);
        assertThat(rail.calls).isEqualTo(3);
    }

    @Test
    void knowsNothingWhenNoQuestionIsAnswered() {
        rail.does(() -> {
            throw new IllegalStateException("broken");
        });

        assertUnknown(guarded.ask(List.of(FIRST, SECOND)));
        assertThat(rail.calls).isEqualTo(3);
    }

    @Test
    void leavesARailAloneThatFailsAndComesBackToIt() throws Exception {
        rail.does(() -> {
            throw new Unreachable("away");
        });
        for (int i = 0; i < 4; i++) assertThatThrownBy(() -> guarded.pay(RUN)).isInstanceOf(Unreachable.class);
        var before = rail.calls;

        assertThatThrownBy(() -> guarded.pay(RUN)).isInstanceOf(Unreachable.class);
        assertUnknown(guarded.ask(List.of(FIRST, SECOND)));
        assertThat(rail.calls).isEqualTo(before);
        assertThat(meters.get("resilience4j.circuitbreaker.state")
                        .tag("name", "script")
                        .tag("state", "open")
                        .gauge()
                        .value())
                .isOne();

        rail.does(() -> PAID);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> guarded.ask(List.of(FIRST, SECOND)).equals(PAID));
        assertThat(guarded.pay(RUN)).isEqualTo(PAID);
    }

    @Test
    void countsARunWithoutAnyClearAnswerAsAFailure() throws Exception {
        rail.does(() -> Map.of("P1", new Answer.Unknown("?"), "P2", new Answer.Unknown("?")));

        for (int i = 0; i < 4 && rail.calls == i; i++) assertUnknown(guarded.ask(List.of(FIRST, SECOND)));
        assertThat(rail.calls).as("questions may find nothing clear").isEqualTo(4);
        for (int i = 0; i < 2; i++) assertUnknown(guarded.pay(RUN));
        assertThatThrownBy(() -> guarded.pay(RUN)).isInstanceOf(Unreachable.class);
    }

    private static Map<String, Answer> sleep(AtomicBoolean stopped) {
        try {
            Thread.sleep(5_000);
        } catch (InterruptedException enough) {
            stopped.set(true);
        }
        return PAID;
    }

    private static void assertUnknown(Map<String, Answer> answers) {
        assertThat(answers)
                .hasSize(2)
                .allSatisfy((id, answer) -> assertThat(answer).isInstanceOf(Answer.Unknown.class));
    }

    private static Order order(String id) {
        return new Order(id, 1, "W1", 100, "USD", Destination.NONE, Instant.parse("2026-03-01T00:00:00Z"));
    }

    private interface Act {
        Map<String, Answer> answer() throws Unreachable;
    }

    /** Does as it is told, and counts. */
    private static final class Script implements PayoutRail {

        private volatile int calls;
        private volatile Act act = () -> PAID;

        void does(Act next) {
            act = next;
        }

        @Override
        public String name() {
            return "script";
        }

        @Override
        public void check(Destination to, String currency) {}

        @Override
        public int runSize() {
            return 2;
        }

        @Override
        public Duration recall() {
            return Duration.ofDays(1);
        }

        @Override
        public synchronized Map<String, Answer> pay(Run run) throws Unreachable {
            calls = calls + 1;
            return act.answer();
        }

        @Override
        public synchronized Map<String, Answer> ask(List<Order> orders) {
            calls = calls + 1;
            try {
                return act.answer();
            } catch (Unreachable away) {
                throw new IllegalStateException(away);
            }
        }
    }
}
