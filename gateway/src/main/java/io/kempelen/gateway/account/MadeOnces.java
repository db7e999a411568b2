package io.kempelen.gateway.account;

import io.kempelen.gateway.account.domain.MadeOnce;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** Which Idempotency-Key made which access key. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MadeOnces extends GenericRepository<MadeOnce, String> {

    @Query("SELECT * FROM made_once WHERE account_id = :accountId AND key = :key")
    Optional<MadeOnce> find(String accountId, String key);

    /** Waits for a request with the same key that is under way; 0 when that one was first. */
    @Query("""
            INSERT INTO made_once (account_id, key, request, access_key_id, made_at)
            VALUES (:accountId, :key, :request, :accessKeyId, :madeAt) ON CONFLICT DO NOTHING""")
    int claim(String accountId, String key, byte[] request, String accessKeyId, Instant madeAt);

    @Query("DELETE FROM made_once WHERE made_at < :before")
    int forgetBefore(Instant before);
}
