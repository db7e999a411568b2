package io.kempelen.payout.withdrawal.rail;

import java.time.Instant;

/**
 * A payout as a rail sees it.
 *
 * @param payoutId 30 of {@code [0-9A-Z]}: the idempotency key
 * @param number a running number of this installation, for formats that have no room for the id
 * @param amount minor units, more than zero
 */
public record Order(
        String payoutId,
        long number,
        String workerId,
        long amount,
        String currency,
        Destination to,
        Instant requestedAt) {}
