package io.kempelen.payout.withdrawal;

import io.kempelen.payout.withdrawal.domain.Payout;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All payouts. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Payouts extends GenericRepository<Payout, String> {

    Payout save(Payout payout);

    Optional<Payout> findByIdAndWorkerId(String id, String workerId);

    /** Newest first. */
    @Query("SELECT * FROM payout WHERE worker_id = :workerId AND id < :before ORDER BY id DESC LIMIT :limit")
    List<Payout> findOfWorker(String workerId, String before, int limit);

    /** Payouts whose rail is to be asked; rows another instance holds are skipped. */
    @Query("""
            SELECT * FROM payout WHERE state IN ('REQUESTED', 'SENDING') AND due_at <= :now
            ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED""")
    List<Payout> findDue(Instant now, int limit);

    @Query("UPDATE payout SET state = 'SENDING', attempts = attempts + 1, due_at = :dueAt WHERE id = :id")
    int sending(String id, Instant dueAt);

    /** Moves to a final state, once: a second time changes no row. */
    @Query("""
            UPDATE payout SET state = :state, reason = :reason, settled_at = :now
            WHERE id = :id AND state = 'SENDING'""")
    int settle(String id, String state, @org.jspecify.annotations.Nullable String reason, Instant now);
}
