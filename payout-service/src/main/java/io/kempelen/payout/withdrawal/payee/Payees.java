package io.kempelen.payout.withdrawal.payee;

import io.kempelen.messaging.seal.Sealer;
import io.kempelen.payout.withdrawal.payee.domain.PayoutSchedule;
import io.kempelen.payout.withdrawal.rail.Destination;
import io.kempelen.payout.withdrawal.rail.Rails;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All payees. Their bank details are sealed at rest, under the worker's id here and under the payout's id in a payout. */
@Component
public class Payees {

    private static final TypeReference<Map<String, String>> MEMBERS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final Sealer sealer;
    private final JsonMapper json;
    private final Rails rails;
    private final InstantSource clock;

    Payees(JdbcTemplate jdbc, Sealer sealer, JsonMapper json, Rails rails, InstantSource clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.json = json;
        this.rails = rails;
        this.clock = clock;
    }

    /** As the worker chose; else the default rail, on request. */
    public Payee of(String workerId) {
        return jdbc
                .query(
                        "SELECT rail, destination, minimum, schedule FROM payee WHERE worker_id = ?",
                        (row, n) -> new Payee(
                                workerId,
                                row.getString(1),
                                open(workerId, row.getBytes(2)),
                                row.getLong(3),
                                PayoutSchedule.valueOf(row.getString(4))),
                        workerId)
                .stream()
                .findFirst()
                .orElseGet(
                        () -> new Payee(workerId, rails.defaultName(), Destination.NONE, 0, PayoutSchedule.ON_REQUEST));
    }

    void save(Payee payee) {
        var now = clock.instant();
        jdbc.update(
                """
                INSERT INTO payee (worker_id, rail, destination, minimum, schedule, next_due, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (worker_id) DO UPDATE SET rail = EXCLUDED.rail, destination = EXCLUDED.destination,
                    minimum = EXCLUDED.minimum, schedule = EXCLUDED.schedule, next_due = EXCLUDED.next_due,
                    updated_at = EXCLUDED.updated_at""",
                payee.workerId(),
                payee.rail(),
                seal(payee.workerId(), payee),
                payee.minimum(),
                payee.schedule().name(),
                payee.schedule()
                        .next(now)
                        .map(due -> due.atOffset(ZoneOffset.UTC))
                        .orElse(null),
                now.atOffset(ZoneOffset.UTC));
    }

    /** Workers whose schedule is due, moved to their next date; rows another instance holds are skipped. */
    public List<String> claimDue(Instant now, int limit) {
        return jdbc
                .query(
                        """
                        SELECT worker_id, schedule FROM payee WHERE next_due <= ?
                        ORDER BY next_due LIMIT ? FOR UPDATE SKIP LOCKED""",
                        (row, n) -> Map.entry(row.getString(1), PayoutSchedule.valueOf(row.getString(2))),
                        now.atOffset(ZoneOffset.UTC),
                        limit)
                .stream()
                .map(due -> {
                    var next = due.getValue().next(now).orElseThrow().atOffset(ZoneOffset.UTC);
                    jdbc.update("UPDATE payee SET next_due = ? WHERE worker_id = ?", next, due.getKey());
                    return due.getKey();
                })
                .toList();
    }

    /** @param owner what the sealed details belong to; they open for it only */
    public byte[] seal(String owner, Payee payee) {
        return sealer.seal(owner, json.writeValueAsString(payee.destination().members()));
    }

    public Destination open(String owner, byte[] sealed) {
        return sealed.length == 0
                ? Destination.NONE
                : new Destination(json.readValue(sealer.open(owner, sealed), MEMBERS));
    }
}
