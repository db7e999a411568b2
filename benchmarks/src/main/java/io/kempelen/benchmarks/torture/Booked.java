package io.kempelen.benchmarks.torture;

import java.util.List;
import java.util.Map;

/**
 * What the ledger's tables say.
 *
 * @param sums all balances together, by currency, in minor units
 * @param rewards the transfers of reward for each assignment, in minor units
 * @param fees the same for the platform's fee
 * @param differing accounts whose stored balance is not the sum of their transfers
 */
record Booked(
        Map<String, Long> sums,
        Map<String, List<Long>> rewards,
        Map<String, List<Long>> fees,
        List<String> differing) {}
