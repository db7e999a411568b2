package io.kempelen.review.answer;

import io.kempelen.review.answer.domain.Answer;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All answers. Written only under the lock of their task's docket. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Answers extends GenericRepository<Answer, String> {

    Optional<Answer> findById(String assignmentId);

    List<Answer> findByAssignmentIdIn(Collection<String> assignmentIds);

    void saveAll(List<Answer> answers);

    @Query("SELECT assignment_id FROM answer WHERE assignment_id IN (:assignmentIds)")
    List<String> known(Collection<String> assignmentIds);

    /** The answers of these tasks that nobody decided about. */
    @Query("SELECT * FROM answer WHERE task_id IN (:taskIds) AND status = 'SUBMITTED' ORDER BY task_id, number")
    List<Answer> waiting(Collection<String> taskIds);

    /** The same, a stretch at a time. */
    @Query("""
            SELECT * FROM answer WHERE task_id = :taskId AND number > :after AND status = 'SUBMITTED'
            ORDER BY number LIMIT :limit""")
    List<Answer> waitingAfter(String taskId, long after, int limit);

    /** Answers that came before the policy they are judged by. */
    @Query("SELECT * FROM answer WHERE task_id IN (:taskIds) ORDER BY task_id, number")
    List<Answer> early(Collection<String> taskIds);

    /** The tasks that the longest overdue answers belong to. */
    @Query("SELECT task_id FROM answer WHERE status = 'SUBMITTED' AND due_at <= :now ORDER BY due_at LIMIT :limit")
    List<String> tasksDue(Instant now, int limit);

    @Query("""
            SELECT * FROM answer WHERE task_id IN (:taskIds) AND status = 'SUBMITTED' AND due_at <= :now
            ORDER BY due_at LIMIT :limit""")
    List<Answer> due(Collection<String> taskIds, Instant now, int limit);

    /** A page of a task's answers in the order of their numbers. */
    @Query("""
            SELECT * FROM answer WHERE task_id = :taskId AND number > :after AND status IN (:statuses)
            ORDER BY number LIMIT :limit""")
    List<Answer> page(String taskId, long after, Collection<String> statuses, int limit);
}
