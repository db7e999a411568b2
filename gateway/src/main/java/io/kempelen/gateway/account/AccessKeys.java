package io.kempelen.gateway.account;

import io.kempelen.gateway.account.domain.AccessKey;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All access keys, revoked ones included: a key id is never used again. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccessKeys extends GenericRepository<AccessKey, String> {

    Optional<AccessKey> findById(String id);

    AccessKey save(AccessKey key);

    @Query("SELECT * FROM access_key WHERE account_id = :accountId AND revoked_at IS NULL ORDER BY created_at, id")
    List<AccessKey> findActive(String accountId);

    @Query("UPDATE access_key SET revoked_at = :now WHERE id = :id AND account_id = :accountId AND revoked_at IS NULL")
    int revoke(String accountId, String id, Instant now);
}
