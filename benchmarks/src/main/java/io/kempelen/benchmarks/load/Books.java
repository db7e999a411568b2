package io.kempelen.benchmarks.load;

import io.kempelen.benchmarks.http.Api;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the platform says about money and progress, through the API. */
public final class Books {

    private final Api api;
    private final String operator;
    private final Map<String, Batches> complete = new HashMap<>();

    public Books(Api api, String operator) {
        this.api = api;
        this.operator = operator;
    }

    /** Sums over batches. */
    public record Batches(long submitted, long approved, long rejected, long paid) {

        static final Batches NONE = new Batches(0, 0, 0, 0);

        Batches plus(Batches other) {
            return new Batches(
                    submitted + other.submitted,
                    approved + other.approved,
                    rejected + other.rejected,
                    paid + other.paid);
        }
    }

    /** Transfers made so far, and whether the ledger agrees with itself. */
    public record Ledger(long rewards, long rewardMinor, long feeMinor, boolean balanced) {}

    /** A finished batch changes no more, so it is asked for once. */
    public Batches batches(List<Stock.Published> published) {
        var sum = Batches.NONE;
        for (var batch : published) sum = sum.plus(batch(batch));
        return sum;
    }

    private Batches batch(Stock.Published batch) {
        var known = complete.get(batch.batchId());
        if (known != null) return known;
        var view = api.get("/v1/batches/" + batch.batchId(), batch.requester().token());
        var counts = new Batches(
                view.path("submitted").asLong(),
                view.path("approved").asLong(),
                view.path("rejected").asLong(),
                view.path("paid").asLong());
        if (counts.paid() == (long) batch.tasks() * Task.PLACES) complete.put(batch.batchId(), counts);
        return counts;
    }

    public Ledger ledger() {
        var view = api.get("/v1/operator/ledger", operator);
        long rewards = 0;
        long rewardMinor = 0;
        long feeMinor = 0;
        for (var moved : view.path("transfers")) {
            switch (moved.path("cause").asString()) {
                case "REWARD" -> {
                    rewards += moved.path("transfers").asLong();
                    rewardMinor += minor(moved);
                }
                case "FEE" -> feeMinor += minor(moved);
                default -> {} // other money than a lifecycle's
            }
        }
        var check = view.path("check");
        return new Ledger(
                rewards,
                rewardMinor,
                feeMinor,
                check.path("sumsToZero").asBoolean()
                        && check.path("storedEqualsRecomputed").asBoolean());
    }

    private static long minor(JsonNode moved) {
        return new BigDecimal(moved.path("amount").asString()).movePointRight(2).longValueExact();
    }
}
