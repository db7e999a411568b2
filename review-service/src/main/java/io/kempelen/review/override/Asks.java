package io.kempelen.review.override;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All questions for the money of rejected answers. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Asks extends GenericRepository<Ask, String> {

    Ask save(Ask ask);

    Optional<Ask> findByAskId(String askId);

    @Query("SELECT * FROM funds_ask WHERE assignment_id = :assignmentId AND status = 'WAITING'")
    Optional<Ask> findWaiting(String assignmentId);

    /** Those of the questions that are ours and still open. */
    @Query("SELECT * FROM funds_ask WHERE ask_id IN (:askIds) AND status = 'WAITING'")
    List<Ask> findOpen(Collection<String> askIds);

    /** Only the first to decide changes a row. */
    @Query("UPDATE funds_ask SET status = 'HELD' WHERE ask_id = :askId AND status = 'WAITING'")
    int hold(String askId);

    @Query("""
            UPDATE funds_ask SET status = 'DECLINED', required = :required, available = :available, currency = :currency
            WHERE ask_id = :askId AND status = 'WAITING'""")
    int decline(String askId, long required, long available, String currency);

    @Query("UPDATE funds_ask SET status = 'WITHDRAWN' WHERE ask_id = :askId AND status = 'WAITING'")
    int withdraw(String askId);

    /** The money came too late for an answer that may not be approved any more. */
    @Query("UPDATE funds_ask SET status = 'WITHDRAWN' WHERE ask_id = :askId")
    int takeBack(String askId);

    @Query("UPDATE funds_ask SET event_id = :eventId WHERE ask_id = :askId")
    int applied(String askId, UUID eventId);

    /** Questions whose asker died before it heard or withdrew. */
    @Query("""
            SELECT * FROM funds_ask WHERE status = 'WAITING' AND asked_at < :before
            ORDER BY asked_at LIMIT :limit FOR UPDATE SKIP LOCKED""")
    List<Ask> findForgotten(Instant before, int limit);
}
