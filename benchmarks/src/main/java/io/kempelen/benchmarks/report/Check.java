package io.kempelen.benchmarks.report;

import io.kempelen.benchmarks.load.Books;
import io.kempelen.benchmarks.load.Stock;
import java.util.List;

/** One total of the platform against what the generator knows it must be. */
public record Check(String what, long expected, long found) {

    public boolean holds() {
        return expected == found;
    }

    /**
     * @param given answers that were taken
     * @param decided those of them whose task has a majority: all these are paid, and no others
     * @param heard payments of them that were heard of
     * @param strange other payments that were heard of
     */
    public static List<Check> all(
            long given,
            long decided,
            long heard,
            long strange,
            Books.Batches batches,
            Books.Ledger before,
            Books.Ledger after) {
        return List.of(
                new Check("answers given = counted by their batches", given, batches.submitted()),
                new Check("answers decided = approved in their batches", decided, batches.approved()),
                new Check("answers decided = paid in their batches", decided, batches.paid()),
                new Check("answers rejected", 0, batches.rejected()),
                new Check("answers decided = RewardPaid events", decided, heard),
                new Check("payments twice or unasked for", 0, strange),
                new Check("answers decided = rewards in the ledger", decided, after.rewards() - before.rewards()),
                new Check(
                        "rewards in cents = moved in the ledger",
                        decided * Stock.REWARD,
                        after.rewardMinor() - before.rewardMinor()),
                new Check(
                        "fees in cents = moved in the ledger",
                        decided * Stock.FEE,
                        after.feeMinor() - before.feeMinor()),
                new Check("ledgers that agree with themselves", 1, after.balanced() ? 1 : 0));
    }
}
