package io.kempelen.acceptance.audit;

import java.util.Map;
import java.util.TreeMap;

/** Every balance there should be, by the events alone: double entry, so that all of them together are zero. */
final class Accounts {

    private final Map<String, Long> balances = new TreeMap<>();

    void move(String from, String to, Amount amount) {
        balances.merge(from, -amount.minor(), Math::addExact);
        balances.merge(to, amount.minor(), Math::addExact);
    }

    long balance(String account) {
        return balances.getOrDefault(account, 0L);
    }

    Map<String, Long> all() {
        return balances;
    }

    static String available(String requesterId) {
        return "available:" + requesterId;
    }

    static String escrow(String requesterId) {
        return "escrow:" + requesterId;
    }

    static String earnings(String workerId) {
        return "earnings:" + workerId;
    }

    static String fees(Amount amount) {
        return "fees:" + amount.currency();
    }

    static String outside(String kind, Amount amount) {
        return ("SANDBOX".equals(kind) ? "sandbox:" : "deposits:") + amount.currency();
    }

    static String rail(String rail, Amount amount) {
        return "rail:" + rail + ":" + amount.currency();
    }

    static String paidOut(String rail, Amount amount) {
        return "paid-out:" + rail + ":" + amount.currency();
    }
}
