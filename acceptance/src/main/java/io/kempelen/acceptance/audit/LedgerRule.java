package io.kempelen.acceptance.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Each account holds the same by the events, by the ledger's transfers and by its stored balance; all together hold nothing. */
final class LedgerRule implements Rule {

    private static final String SIDES = """
            SELECT account, sum(amount) FROM (
                SELECT credit_account AS account, amount FROM transfer
                UNION ALL SELECT debit_account, -amount FROM transfer) AS side
            GROUP BY account""";

    @Override
    public void check(Evidence evidence, Findings findings) {
        var transfers = new HashMap<String, Long>();
        evidence.stores().each("payout", SIDES, row -> transfers.put(row.getString(1), row.getLong(2)));
        everyAccount(evidence.history().money, transfers, findings);
        stored(evidence, transfers, findings);
        long sum = transfers.values().stream().mapToLong(Long::longValue).sum();
        if (sum != 0) findings.add("ledger", "all accounts", "are " + sum + " together and not 0");
        rewards(evidence, findings);
    }

    private static void everyAccount(Accounts money, Map<String, Long> transfers, Findings findings) {
        var names = new TreeSet<>(money.all().keySet());
        names.addAll(transfers.keySet());
        for (var name : names)
            findings.same("ledger", name, "the balance", money.balance(name), transfers.getOrDefault(name, 0L));
    }

    private static void stored(Evidence evidence, Map<String, Long> transfers, Findings findings) {
        evidence.stores().each("payout", "SELECT account_id, amount FROM balance", row -> {
            long byTransfers = transfers.getOrDefault(row.getString(1), 0L);
            if (byTransfers != row.getLong(2))
                findings.add(
                        "ledger",
                        row.getString(1),
                        "the stored balance is " + row.getLong(2) + ", its transfers make " + byTransfers);
        });
    }

    /** Two wrongs may cancel out in a balance, so rewards and fees are also compared one by one. */
    private static void rewards(Evidence evidence, Findings findings) {
        Set<String> moved = new HashSet<>();
        evidence.stores()
                .each(
                        "payout",
                        "SELECT cause, cause_id, amount FROM transfer WHERE cause IN ('REWARD', 'FEE')",
                        row -> {
                            var id = row.getString(2).replace("/override", "");
                            if (!moved.add(row.getString(1) + id))
                                findings.add("ledger", id, row.getString(1) + " was moved twice");
                            var work = evidence.history().works.get(id);
                            if (work == null || work.paid.isEmpty()) {
                                findings.add("ledger", id, row.getString(1) + " was moved but no event says so");
                                return;
                            }
                            var price = work.paid.getFirst();
                            var amount = row.getString(1).equals("REWARD") ? price.reward() : price.fee();
                            if (amount.minor() != row.getLong(3))
                                findings.add(
                                        "ledger",
                                        id,
                                        row.getString(1) + " is " + amount + " by the event, " + row.getLong(3)
                                                + " in the ledger");
                        });
        for (var work : evidence.history().works.values()) {
            if (work.paid.isEmpty()) continue;
            var price = Objects.requireNonNull(work.paid.getFirst());
            if (price.reward().minor() > 0 && !moved.contains("REWARD" + work.id))
                findings.add("ledger", work.id, "the event says paid, the ledger knows no transfer");
        }
    }
}
