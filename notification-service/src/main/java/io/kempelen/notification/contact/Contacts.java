package io.kempelen.notification.contact;

import io.kempelen.notification.contact.domain.Contact;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** All addresses. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Contacts extends GenericRepository<Contact, String> {

    Optional<Contact> findById(String accountId);

    @Query("""
            INSERT INTO contact (account_id, email, changed_at) VALUES (:accountId, :email, :now)
            ON CONFLICT (account_id) DO UPDATE SET email = excluded.email, changed_at = excluded.changed_at""")
    int put(String accountId, String email, Instant now);

    int deleteById(String accountId);
}
