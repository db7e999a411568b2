package io.kempelen.payout.withdrawal.rail;

import java.time.Instant;
import java.util.List;

/**
 * Payouts handed over together: one file, or one call after another. All have one currency.
 *
 * @param id 30 of {@code [0-9A-Z]}; the same after a crash, with the same orders in the same order
 */
public record Run(String id, Instant startedAt, String currency, List<Order> orders) {

    public Run {
        if (orders.isEmpty()) throw new IllegalArgumentException("A run has orders");
        orders = List.copyOf(orders);
    }

    /** In minor units. */
    public long total() {
        return orders.stream().mapToLong(Order::amount).reduce(0, Math::addExact);
    }
}
