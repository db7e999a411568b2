package io.kempelen.payout.deposit;

import io.kempelen.payout.deposit.domain.Deposit;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** All deposits operators posted. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Deposits extends GenericRepository<Deposit, String> {

    Deposit save(Deposit deposit);

    Optional<Deposit> findByReference(String reference);

    /** Takes the reference for this transaction: whoever posts the same one meanwhile waits, then finds the deposit. */
    @Query("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:reference, 0))) AS locked")
    int lockReference(String reference);

    /** Newest first. */
    @Query("SELECT * FROM deposit WHERE id < :before ORDER BY id DESC LIMIT :limit")
    List<Deposit> findBefore(String before, int limit);
}
