package io.kempelen.payout.withdrawal.rail.stripe;

import io.kempelen.payout.withdrawal.rail.Destination;
import io.kempelen.payout.withdrawal.rail.Order;
import io.kempelen.payout.withdrawal.rail.Run;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Orders, and a rail that looks to the simulator. */
final class StripeFixture {

    static final String ACCOUNT = "acct_1032D82eZvKYlo2C";
    static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private StripeFixture() {}

    static StripeRail rail(StripeSimulator stripe) {
        return rail(stripe.url(), StripeSimulator.KEY, Duration.ofSeconds(10), InstantSource.system());
    }

    /** One that does not wait for late answers. */
    static StripeRail impatient(StripeSimulator stripe) {
        return rail(stripe.url(), StripeSimulator.KEY, Duration.ofMillis(700), InstantSource.system());
    }

    static StripeRail rail(URI url, String key, Duration readTimeout, InstantSource clock) {
        var patience = Duration.ofSeconds(12);
        return StripeConfiguration.rail(
                new StripeProperties(key, url, Duration.ofSeconds(5), readTimeout, patience, 10), clock);
    }

    static Order order(int number) {
        return order(number, 1_000 + number, "USD", ACCOUNT);
    }

    static Order order(int number, long amount, String currency, String account) {
        var to = new Destination(Map.of("stripeAccount", account));
        return new Order("P%029d".formatted(number), number, "W" + number, amount, currency, to, NOW);
    }

    static Run run(Order... orders) {
        return new Run("R%029d".formatted(1), NOW, orders[0].currency(), List.of(orders));
    }
}
