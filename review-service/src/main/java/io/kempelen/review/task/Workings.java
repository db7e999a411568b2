package io.kempelen.review.task;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All assignments that are being worked on. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Workings extends GenericRepository<Working, String> {

    Optional<Working> findById(String assignmentId);

    @Query("""
            INSERT INTO working (assignment_id, task_id, worker_id, requester_id)
            VALUES (:assignmentId, :taskId, :workerId, :requesterId) ON CONFLICT DO NOTHING""")
    void saveNew(List<Working> assignments);

    @Query("DELETE FROM working WHERE assignment_id IN (:assignmentIds)")
    void end(Collection<String> assignmentIds);
}
