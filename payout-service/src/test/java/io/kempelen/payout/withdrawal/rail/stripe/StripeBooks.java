package io.kempelen.payout.withdrawal.rail.stripe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What Stripe has written down: the platform's balance, connected accounts, transfers and payouts; and what it answers from that. */
final class StripeBooks {

    /** How a payout will fare, once it was created. */
    enum Fate {
        ARRIVES,
        FAILS,
        FAILS_LATE,
        REFUSED
    }

    static final class Transfer {
        final String id;
        final long created;
        final Map<String, String> form;
        final String group;
        long reversed;
        final Map<String, String> reason = new LinkedHashMap<>();

        private Transfer(String id, long created, Map<String, String> form) {
            this.id = id;
            this.created = created;
            this.form = form;
            this.group = form.getOrDefault("transfer_group", "");
        }

        long amount() {
            return Long.parseLong(form.getOrDefault("amount", "0"));
        }

        String destination() {
            return form.getOrDefault("destination", "");
        }
    }

    static final class Payout {
        final String id;
        final long created;
        final String account;
        final Map<String, String> form;
        String status = "pending";

        private Payout(String id, long created, String account, Map<String, String> form) {
            this.id = id;
            this.created = created;
            this.account = account;
            this.form = form;
        }

        long amount() {
            return Long.parseLong(form.getOrDefault("amount", "0"));
        }

        String payoutId() {
            return form.getOrDefault("metadata[payoutId]", "");
        }
    }

    private final Map<String, Long> balances = new HashMap<>();
    private final Set<String> disconnected = new HashSet<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private final List<Payout> payouts = new ArrayList<>();
    private Function<String, Fate> fates = id -> Fate.ARRIVES;
    private long platform = 1_000_000_000_000L;
    private long clock = 1_772_000_000;

    synchronized void open(String account) {
        balances.putIfAbsent(account, 0L);
    }

    /** Its owner leaves the platform; what was transferred can still be taken back. */
    synchronized void disconnect(String account) {
        disconnected.add(account);
    }

    /** By the payout's id. */
    synchronized void fates(Function<String, Fate> next) {
        fates = next;
    }

    synchronized void platform(long balance) {
        platform = balance;
    }

    synchronized void spend(String account, long amount) {
        balances.merge(account, -amount, Long::sum);
    }

    synchronized long balance(String account) {
        return balances.getOrDefault(account, 0L);
    }

    /** What was transferred for a payout and not taken back. */
    synchronized long kept(String payoutId) {
        return transfers.stream()
                .filter(transfer -> transfer.group.equals(payoutId))
                .mapToLong(transfer -> transfer.amount() - transfer.reversed)
                .sum();
    }

    synchronized long kept() {
        return transfers.stream()
                .mapToLong(transfer -> transfer.amount() - transfer.reversed)
                .sum();
    }

    synchronized List<Transfer> transfers(String payoutId) {
        return transfers.stream()
                .filter(transfer -> transfer.group.equals(payoutId))
                .toList();
    }

    synchronized List<String> payouts(String payoutId) {
        return payouts.stream()
                .filter(payout -> payout.payoutId().equals(payoutId))
                .map(payout -> payout.status)
                .toList();
    }

    /** A payout is on its way, then there, or not. */
    synchronized void timePasses() {
        for (var payout : payouts) {
            var fate = fates.apply(payout.payoutId());
            switch (payout.status) {
                case "pending" -> payout.status = "in_transit";
                case "in_transit" -> end(payout, fate == Fate.FAILS ? "failed" : "paid");
                default -> {}
            }
        }
    }

    /** Those that fail late have failed. */
    synchronized void weekPasses() {
        timePasses();
        timePasses();
        for (var payout : payouts) {
            var late = fates.apply(payout.payoutId()) == Fate.FAILS_LATE;
            if (late && payout.status.equals("paid")) end(payout, "failed");
        }
    }

    synchronized void cancel(String payoutId) {
        payouts.stream()
                .filter(payout -> payout.payoutId().equals(payoutId))
                .forEach(payout -> end(payout, "canceled"));
    }

    private void end(Payout payout, String status) {
        payout.status = status;
        if (!status.equals("paid")) balances.merge(payout.account, payout.amount(), Long::sum);
    }

    synchronized Reply createTransfer(Map<String, String> form) {
        var transfer = new Transfer("tr_" + transfers.size(), clock++, form);
        var account = transfer.destination();
        if (!balances.containsKey(account))
            return Reply.error(400, "resource_missing", "No such destination: '" + account + "'");
        if (transfer.amount() > platform)
            return Reply.error(
                    400, "balance_insufficient", "You have insufficient available funds in your Stripe account.");
        platform -= transfer.amount();
        balances.merge(account, transfer.amount(), Long::sum);
        transfers.add(transfer);
        return Reply.of(StripeJson.of(transfer));
    }

    synchronized Reply listTransfers(Map<String, String> query) {
        return StripeJson.list(
                transfers.stream()
                        .filter(transfer -> transfer.group.equals(query.get("transfer_group")))
                        .map(StripeJson::of)
                        .toList()
                        .reversed(),
                query);
    }

    synchronized Reply reverse(String id, Map<String, String> form) {
        var found = transfers.stream().filter(one -> one.id.equals(id)).findFirst();
        if (found.isEmpty()) return Reply.error(404, "resource_missing", "No such transfer: '" + id + "'");
        var transfer = found.get();
        var left = transfer.amount() - transfer.reversed;
        if (left == 0) return Reply.error(400, null, "Transfer " + id + " is already fully reversed.");
        if (balance(transfer.destination()) < left)
            return Reply.error(400, "balance_insufficient", "The connected account has too little to reverse this.");
        balances.merge(transfer.destination(), -left, Long::sum);
        platform += left;
        transfer.reversed += left;
        transfer.reason.putAll(form);
        return Reply.of(StripeJson.reversal(transfer));
    }

    synchronized Reply createPayout(@Nullable String account, Map<String, String> form) {
        if (account == null || !isConnected(account)) return stranger(account);
        var payout = new Payout("po_" + payouts.size(), clock++, account, form);
        if (fates.apply(payout.payoutId()) == Fate.REFUSED)
            return Reply.error(400, null, "Sorry, you don't have any external accounts in that currency.");
        if (balance(account) < payout.amount())
            return Reply.error(400, "balance_insufficient", "You have insufficient funds in your Stripe account.");
        balances.merge(account, -payout.amount(), Long::sum);
        payouts.add(payout);
        return Reply.of(StripeJson.of(payout));
    }

    synchronized Reply listPayouts(@Nullable String account, Map<String, String> query) {
        if (account == null || !isConnected(account)) return stranger(account);
        var since = Long.parseLong(query.getOrDefault("created[gte]", "0"));
        return StripeJson.list(
                payouts.stream()
                        .filter(payout -> payout.account.equals(account) && payout.created >= since)
                        .map(StripeJson::of)
                        .toList()
                        .reversed(),
                query);
    }

    private boolean isConnected(String account) {
        return balances.containsKey(account) && !disconnected.contains(account);
    }

    private static Reply stranger(@Nullable String account) {
        return Reply.error(
                403, "account_invalid", "The provided key does not have access to account '" + account + "'.");
    }
}
