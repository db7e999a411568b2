package io.kempelen.payout.withdrawal.rail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlakyRailTest {

    private final FlakyRail rail = new FlakyRail("flaky", 7);
    private final List<Order> orders =
            IntStream.range(0, 200).mapToObj(FlakyRailTest::order).toList();

    @Test
    void paysEachOnceWhoeverKeepsTheRules() {
        var settled = new Payer(rail, () -> {}).payAll(orders);

        assertThat(settled).hasSameSizeAs(orders);
        settled.forEach(
                (id, answer) -> assertThat(rail.paid().containsKey(id)).isEqualTo(answer.equals(new Answer.Paid())));
        assertThat(rail.paid().values()).allMatch(amount -> amount == 500);
        assertThat(rail.blindly()).isEmpty();
    }

    @Test
    void noticesWhoPaysAgainBlindly() throws Exception {
        for (int i = 0; i < 20; i++) {
            try {
                rail.pay(Payer.run(orders.subList(0, 7)));
            } catch (PayoutRail.Unreachable | IllegalStateException moody) {
                // it is the next call that counts
            }
        }

        assertThat(rail.blindly()).isNotEmpty();
        assertThat(rail.books()).hasSizeLessThanOrEqualTo(7);
    }

    private static Order order(int number) {
        var id = "P%029d".formatted(number);
        return new Order(id, number, "W1", 500, "USD", Destination.NONE, Instant.parse("2026-03-01T00:00:00Z"));
    }
}
