package io.kempelen.assignment.qualification;

import io.kempelen.assignment.qualification.domain.QualificationType;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** All qualification types that requesters made. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface QualificationTypes extends GenericRepository<QualificationType, String> {

    Optional<QualificationType> findById(String qualificationTypeId);

    QualificationType update(QualificationType type);

    boolean existsById(String qualificationTypeId);

    /** Leaves things as they are where the requester has another type of that name; ask whether it exists. */
    @Query("""
            INSERT INTO qualification_type (qualification_type_id, requester_id, name, description, keywords, status,
                auto_granted_value, retry_delay_seconds, created_at)
            VALUES (:qualificationTypeId, :requesterId, :name, :description, :keywords, :status,
                :autoGrantedValue, :retryDelaySeconds, :createdAt)
            ON CONFLICT (requester_id, name) WHERE status <> 'DISPOSED' DO NOTHING""")
    void insert(QualificationType type);

    @Query("""
            SELECT * FROM qualification_type WHERE requester_id = :requesterId AND status <> 'DISPOSED'
            AND qualification_type_id > :after AND position(lower(:words) IN lower(name || ' ' || keywords)) > 0
            ORDER BY qualification_type_id LIMIT :limit""")
    List<QualificationType> pageOfRequester(String requesterId, String words, String after, int limit);

    @Query("""
            SELECT * FROM qualification_type WHERE status = 'ACTIVE'
            AND qualification_type_id > :after AND position(lower(:words) IN lower(name || ' ' || keywords)) > 0
            ORDER BY qualification_type_id LIMIT :limit""")
    List<QualificationType> pageOfRequestable(String words, String after, int limit);
}
