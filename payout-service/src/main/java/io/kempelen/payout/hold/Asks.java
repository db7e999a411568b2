package io.kempelen.payout.hold;

import io.kempelen.payout.hold.domain.PastAsk;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** All questions ever answered. Set-based statements, so JDBC rather than a repository. */
@Component
class Asks {

    private final JdbcTemplate jdbc;

    Asks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, PastAsk> find(Collection<String> askIds) {
        var found = new HashMap<String, PastAsk>();
        if (askIds.isEmpty()) return found;
        jdbc.query(
                "SELECT ask_id, funds_id, requester_id, state, amount, currency FROM ask WHERE ask_id = ANY (?)",
                row -> {
                    var state = PastAsk.State.valueOf(row.getString(4));
                    found.put(
                            row.getString(1),
                            new PastAsk(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    state,
                                    row.getLong(5),
                                    row.getString(6)));
                },
                (Object) askIds.toArray(String[]::new));
        return found;
    }

    /** Somebody else deciding the same question at this moment is an accident of concurrency: the batch is tried again. */
    void save(List<PastAsk> asks, Instant now) {
        if (asks.isEmpty()) return;
        var saved = jdbc.update(
                """
                INSERT INTO ask (ask_id, funds_id, requester_id, state, currency, amount, decided_at)
                SELECT a.*, ? FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[]) AS a
                ON CONFLICT (ask_id) DO NOTHING""",
                now.atOffset(ZoneOffset.UTC),
                asks.stream().map(PastAsk::askId).toArray(String[]::new),
                asks.stream().map(PastAsk::fundsId).toArray(String[]::new),
                asks.stream().map(PastAsk::requesterId).toArray(String[]::new),
                asks.stream().map(ask -> ask.state().name()).toArray(String[]::new),
                asks.stream().map(PastAsk::currency).toArray(String[]::new),
                asks.stream().map(PastAsk::amount).toArray(Long[]::new));
        if (saved != asks.size()) throw new ConcurrencyFailureException("A question was answered twice at once");
    }

    void withdraw(Collection<String> askIds) {
        if (askIds.isEmpty()) return;
        jdbc.update(
                "UPDATE ask SET state = 'WITHDRAWN' WHERE ask_id = ANY (?)", (Object) askIds.toArray(String[]::new));
    }
}
