package io.kempelen.payout.hold;

import io.kempelen.payout.hold.domain.Ask;
import io.kempelen.payout.hold.domain.Facts;
import io.kempelen.payout.hold.domain.Hold;
import io.kempelen.payout.hold.domain.Settlement;
import io.kempelen.payout.hold.domain.Withdrawal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** All holds. What remains of one is written by the ledger's trigger alone. */
@Component
class Holds {

    private final JdbcTemplate jdbc;

    Holds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Locks the holds that facts speak of, in id order. One not known yet gets an empty row: a fact that must wait for it
     * and the question that makes it meet at this row, so that neither misses the other.
     */
    Map<String, Hold> lock(Facts facts) {
        var empty = new TreeMap<String, Hold>();
        for (Settlement settled : facts.settlements())
            empty.put(
                    settled.fundsId(),
                    empty(
                            settled.fundsId(),
                            settled.requesterId(),
                            settled.price().currency()));
        for (Ask ask : facts.asks()) empty.put(ask.fundsId(), empty(ask.fundsId(), ask.requesterId(), ask.currency()));
        insert(List.copyOf(empty.values()));
        var ids = new TreeSet<>(empty.keySet());
        facts.withdrawals().stream().map(Withdrawal::fundsId).forEach(ids::add);
        return lock(ids);
    }

    private static Hold empty(String fundsId, String requesterId, String currency) {
        return new Hold(fundsId, requesterId, currency, 0, 0);
    }

    private void insert(List<Hold> holds) {
        if (holds.isEmpty()) return;
        jdbc.update(
                """
                INSERT INTO hold (funds_id, requester_id, currency)
                SELECT * FROM unnest(?::text[], ?::text[], ?::text[]) ON CONFLICT (funds_id) DO NOTHING""",
                holds.stream().map(Hold::fundsId).toArray(String[]::new),
                holds.stream().map(Hold::requesterId).toArray(String[]::new),
                holds.stream().map(Hold::currency).toArray(String[]::new));
    }

    private Map<String, Hold> lock(Collection<String> fundsIds) {
        var locked = new HashMap<String, Hold>();
        jdbc.query(
                """
                SELECT funds_id, requester_id, currency, asks, remaining FROM hold
                WHERE funds_id = ANY (?) ORDER BY funds_id FOR UPDATE""",
                row -> {
                    var hold = new Hold(
                            row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getLong(5));
                    locked.put(hold.fundsId(), hold);
                },
                (Object) fundsIds.toArray(String[]::new));
        return locked;
    }

    void granted(Collection<Hold> holds) {
        if (holds.isEmpty()) return;
        jdbc.update(
                """
                UPDATE hold h SET asks = g.asks, requester_id = g.requester_id, currency = g.currency
                FROM unnest(?::text[], ?::text[], ?::text[], ?::int[]) AS g (funds_id, requester_id, currency, asks)
                WHERE h.funds_id = g.funds_id""",
                holds.stream().map(Hold::fundsId).toArray(String[]::new),
                holds.stream().map(Hold::requesterId).toArray(String[]::new),
                holds.stream().map(Hold::currency).toArray(String[]::new),
                holds.stream().map(Hold::asks).toArray(Integer[]::new));
    }
}
