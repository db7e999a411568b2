package io.kempelen.assignment.qualification;

import io.kempelen.assignment.qualification.domain.QualificationRequest;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All requests for qualifications. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface QualificationRequests extends GenericRepository<QualificationRequest, String> {

    QualificationRequest update(QualificationRequest request);

    boolean existsById(String qualificationRequestId);

    /** Leaves things as they are where the worker has asked already and nobody has decided; ask whether it exists. */
    @Query("""
            INSERT INTO qualification_request (qualification_request_id, qualification_type_id, worker_id, requester_id,
                status, requested_at, decided_at, reason)
            VALUES (:qualificationRequestId, :qualificationTypeId, :workerId, :requesterId,
                :status, :requestedAt, :decidedAt, :reason)
            ON CONFLICT (qualification_type_id, worker_id) WHERE status = 'PENDING' DO NOTHING""")
    void insert(QualificationRequest request);

    @Query("SELECT * FROM qualification_request WHERE qualification_request_id = :requestId FOR UPDATE")
    Optional<QualificationRequest> lock(String requestId);

    @Query("""
            SELECT * FROM qualification_request WHERE worker_id = :workerId AND qualification_type_id = :typeId
            ORDER BY qualification_request_id DESC LIMIT 1""")
    Optional<QualificationRequest> findLast(String workerId, String typeId);

    @Query("""
            SELECT * FROM qualification_request WHERE requester_id = :requesterId AND status = 'PENDING'
            AND qualification_request_id > :after
            AND (:typeId::text IS NULL OR qualification_type_id = :typeId)
            ORDER BY qualification_request_id LIMIT :limit""")
    List<QualificationRequest> pagePending(String requesterId, @Nullable String typeId, String after, int limit);
}
