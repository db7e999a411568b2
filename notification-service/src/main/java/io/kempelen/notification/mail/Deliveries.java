package io.kempelen.notification.mail;

import io.kempelen.notification.mail.domain.Delivery;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All mails, sent and to be sent. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Deliveries extends GenericRepository<Delivery, String> {

    @Query("""
            INSERT INTO delivery (id, account_id, digest, state, due_at, created_at)
            VALUES (:id, :accountId, false, 'WAITING', :now, :now) ON CONFLICT (id) DO NOTHING""")
    int single(String id, String accountId, Instant now);

    /** The account's open digest, made if there is none. Its row is locked: nobody may begin to send it meanwhile. */
    @Query("""
            INSERT INTO delivery (id, account_id, digest, state, due_at, created_at)
            VALUES (:id, :accountId, true, 'OPEN', :dueAt, :now)
            ON CONFLICT (account_id) WHERE state = 'OPEN' DO UPDATE SET account_id = excluded.account_id
            RETURNING id""")
    List<String> openDigest(String id, String accountId, Instant dueAt, Instant now);

    @Query("""
            INSERT INTO delivery_notice (delivery_id, notice_id) VALUES (:deliveryId, :noticeId)
            ON CONFLICT DO NOTHING""")
    int attach(String deliveryId, String noticeId);

    /** Mails to be sent now; rows another instance holds are skipped. */
    @Query("""
            SELECT * FROM delivery WHERE state IN ('OPEN', 'WAITING', 'SENDING') AND due_at <= :now
            ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED""")
    List<Delivery> findDue(Instant now, int limit);

    @Query("UPDATE delivery SET state = 'SENDING', attempts = attempts + 1, due_at = :until WHERE id = :id")
    int claim(String id, Instant until);

    /** Final, once: a second time changes no row. */
    @Query("""
            UPDATE delivery SET state = :state, error = :error, settled_at = :now
            WHERE id = :id AND state = 'SENDING'""")
    int settle(String id, String state, @Nullable String error, Instant now);

    @Query("""
            UPDATE delivery SET state = 'WAITING', attempts = :attempts, due_at = :dueAt, error = :error
            WHERE id = :id AND state = 'SENDING'""")
    int putOff(String id, int attempts, Instant dueAt, String error);
}
