package io.kempelen.payout.withdrawal.payee;

import io.kempelen.payout.withdrawal.payee.domain.PayoutSchedule;
import io.kempelen.payout.withdrawal.rail.Destination;

/**
 * How a worker is paid.
 *
 * @param rail by name; empty if the worker has to choose one first
 * @param minimum below which a scheduled payout waits for the next time, in minor units
 */
public record Payee(String workerId, String rail, Destination destination, long minimum, PayoutSchedule schedule) {}
