package io.kempelen.payout.withdrawal;

import io.kempelen.payout.withdrawal.domain.Payout;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All payouts. Every change names the states it starts from, so that a step taken twice changes no row the second time. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Payouts extends GenericRepository<Payout, String> {

    @Query("""
            INSERT INTO payout (id, worker_id, amount, currency, rail, destination, state, due_at, requested_at)
            VALUES (:id, :workerId, :amount, :currency, :rail, :destination, 'REQUESTED', :dueAt, :now)""")
    int request(
            String id,
            String workerId,
            long amount,
            String currency,
            String rail,
            byte[] destination,
            Instant dueAt,
            Instant now);

    Optional<Payout> findById(String id);

    Optional<Payout> findByIdAndWorkerId(String id, String workerId);

    /** Newest first. */
    @Query("SELECT * FROM payout WHERE worker_id = :workerId AND id < :before ORDER BY id DESC LIMIT :limit")
    List<Payout> findOfWorker(String workerId, String before, int limit);

    /** The currencies that have payouts to be handed over to a rail now. */
    @Query("SELECT DISTINCT currency FROM payout WHERE rail = :rail AND due_at <= :now AND state = 'REQUESTED'")
    List<String> findDueCurrencies(String rail, Instant now);

    /** Takes payouts into a run; rows another instance holds are skipped. */
    @Query("""
            UPDATE payout SET state = 'SENDING', run_id = :runId, attempts = attempts + 1, due_at = :askAt
            WHERE id IN (
                SELECT id FROM payout
                WHERE rail = :rail AND currency = :currency AND due_at <= :now AND state = 'REQUESTED'
                ORDER BY number LIMIT :limit FOR UPDATE SKIP LOCKED)
            RETURNING *""")
    List<Payout> claim(String rail, String currency, String runId, Instant now, Instant askAt, int limit);

    /** Payouts the rail is to be asked about now; rows another instance holds are skipped. */
    @Query("""
            SELECT * FROM payout WHERE rail = :rail AND due_at <= :now AND state IN ('SENDING', 'SENT', 'PAID')
            ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED""")
    List<Payout> findToAsk(String rail, Instant now, int limit);

    @Query("UPDATE payout SET attempts = attempts + 1, due_at = :askAt WHERE id = :id")
    int asked(String id, Instant askAt);

    /** It is still there after the time in which it may come back: nobody asks any more. */
    @Query("UPDATE payout SET due_at = NULL WHERE id = :id AND state = 'PAID' AND watched_until <= :now")
    int watched(String id, Instant now);

    /** For operators: what the rail said last of a payout that has not ended. */
    @Query("UPDATE payout SET note = :note WHERE id = :id")
    int note(String id, String note);

    /** The rail certainly does not have it: it may be handed over again. Only the run that failed says so. */
    @Query("""
            UPDATE payout SET state = 'REQUESTED', due_at = :dueAt
            WHERE id = :id AND run_id = :runId AND state = 'SENDING'""")
    int again(String id, String runId, Instant dueAt);

    @Query("UPDATE payout SET state = 'SENT', due_at = :askAt WHERE id = :id AND state = 'SENDING'")
    int sent(String id, Instant askAt);

    @Query("""
            UPDATE payout SET state = 'PAID', settled_at = :now, watched_until = :watchedUntil, due_at = :askAt
            WHERE id = :id AND state IN ('REQUESTED', 'SENDING', 'SENT')""")
    int paid(String id, Instant now, @Nullable Instant watchedUntil, @Nullable Instant askAt);

    @Query("""
            UPDATE payout SET state = 'FAILED', reason = :reason, settled_at = :now, due_at = NULL
            WHERE id = :id AND state IN ('REQUESTED', 'SENDING', 'SENT')""")
    int failed(String id, String reason, Instant now);

    @Query("""
            UPDATE payout SET state = 'RETURNED', reason = :reason, settled_at = :now, due_at = NULL
            WHERE id = :id AND state = 'PAID'""")
    int returned(String id, String reason, Instant now);

    @Query("SELECT * FROM payout WHERE run_id = :runId ORDER BY number")
    List<Payout> findByRun(String runId);

    @Query("""
            SELECT * FROM payout WHERE rail = :rail AND run_id IS NOT NULL AND id LIKE '%' || CAST(:idTail AS text)
                AND number IN (SELECT generate_series(
                    CAST(:rest AS bigint), (SELECT max(number) FROM payout), CAST(:modulus AS bigint)))
            ORDER BY number DESC LIMIT 1""")
    List<Payout> findByNumber(String rail, long rest, long modulus, String idTail);

    /** Oldest first; the empty text stands for all. */
    @Query("""
            SELECT * FROM payout WHERE (:state = '' OR state = :state) AND (:rail = '' OR rail = :rail) AND id > :after
            ORDER BY id LIMIT :limit""")
    List<Payout> findForOperator(String state, String rail, String after, int limit);
}
