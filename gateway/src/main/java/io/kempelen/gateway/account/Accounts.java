package io.kempelen.gateway.account;

import io.kempelen.gateway.account.domain.Account;
import io.kempelen.gateway.account.domain.Kind;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All accounts. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Accounts extends GenericRepository<Account, String> {

    Optional<Account> findById(String id);

    Account save(Account account);

    Account update(Account account);

    boolean existsById(String id);

    boolean existsByKind(Kind kind);

    @Query("SELECT * FROM account WHERE id = :id FOR UPDATE")
    Optional<Account> lock(String id);

    /** A page in the order of opening; the pair is the cursor. */
    @Query("""
            SELECT * FROM account WHERE (opened_at, id) > (:openedAt, :id) ORDER BY opened_at, id LIMIT :limit""")
    List<Account> findAfter(Instant openedAt, String id, int limit);

    /** Accounts whose standing may have changed since, on whichever replica: id, blank, time. */
    @Query("""
            SELECT id || ' ' || CAST(changed_at AS text) FROM account WHERE changed_at > :since
            UNION SELECT account_id || ' ' || CAST(revoked_at AS text) FROM access_key WHERE revoked_at > :since
            UNION SELECT account_id || ' ' || CAST(created_at AS text) FROM access_key WHERE created_at > :since""")
    List<String> findChangedSince(Instant since);

    /** Two requests for one id at once: the second waits and finds it taken. */
    @Query("SELECT CAST(pg_advisory_xact_lock(hashtextextended(:id, 7021864411)) AS text)")
    String lockId(String id);

    /** Two replicas that start together must not make two first operators. */
    @Query("SELECT CAST(pg_advisory_xact_lock(7021864411) AS text)")
    String lockFirstOperator();
}
