package io.kempelen.task.funds;

import io.kempelen.task.funds.domain.Ask;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All questions for money. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Asks extends GenericRepository<Ask, String> {

    Ask save(Ask ask);

    Optional<Ask> findByAskId(String askId);

    /** How many places are being asked for, not decided yet. */
    @Query("""
            SELECT COALESCE(sum(places), 0) FROM funds_ask
            WHERE subject_id = :subjectId AND purpose = :purpose AND status = 'ASKED'""")
    long openPlaces(String subjectId, String purpose);

    /** Only the first to decide finds a row. */
    @Query("""
            UPDATE funds_ask SET status = 'HELD', lines = :lines, decided_at = :at
            WHERE ask_id = :askId AND status = 'ASKED'""")
    int hold(String askId, String lines, Instant at);

    @Query("""
            UPDATE funds_ask SET status = 'DECLINED', required = :required, available = :available, decided_at = :at
            WHERE ask_id = :askId AND status = 'ASKED'""")
    int decline(String askId, long required, long available, Instant at);

    @Query("UPDATE funds_ask SET status = 'WITHDRAWN', decided_at = :at WHERE ask_id = :askId AND status = 'ASKED'")
    int withdraw(String askId, Instant at);

    @Query("UPDATE funds_ask SET applied_event = :event WHERE ask_id = :askId")
    int applied(String askId, UUID event);

    /** Questions whose asker died before it heard or withdrew. */
    @Query("""
            SELECT * FROM funds_ask WHERE status = 'ASKED' AND waited_for AND asked_at < :before
            ORDER BY asked_at LIMIT :limit FOR UPDATE SKIP LOCKED""")
    List<Ask> findForgotten(Instant before, int limit);
}
