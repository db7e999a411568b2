package io.kempelen.task.task;

import io.kempelen.task.task.domain.Task;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All tasks. Whoever changes one locks it first; several are locked in the order of their ids. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Tasks extends GenericRepository<Task, String> {

    Task save(Task task);

    Task update(Task task);

    List<Task> updateAll(List<Task> tasks);

    Optional<Task> findByTaskId(String taskId);

    @Query("SELECT * FROM task WHERE task_id = :taskId FOR UPDATE")
    Optional<Task> lock(String taskId);

    default List<Task> lockAll(Collection<String> taskIds) {
        return lockJoined(String.join(",", taskIds));
    }

    /** One text for any number of ids, so that the statement is prepared once. */
    @Query("SELECT * FROM task WHERE task_id = ANY (string_to_array(:taskIds, ',')) ORDER BY task_id FOR UPDATE")
    List<Task> lockJoined(String taskIds);

    @Query("DELETE FROM task WHERE task_id = :taskId AND state = 'DRAFT'")
    int deleteDraft(String taskId);

    /** The next of a batch to publish; those another replica publishes are skipped. */
    @Query("""
            SELECT * FROM task WHERE batch_id = :batchId AND state = 'DRAFT'
            ORDER BY task_id LIMIT :limit FOR UPDATE SKIP LOCKED""")
    List<Task> lockDrafts(String batchId, int limit);

    @Query("""
            SELECT * FROM task WHERE batch_id = :batchId AND requester_id = :requesterId AND task_id > :after
            ORDER BY task_id LIMIT :limit""")
    List<Task> listBatch(String requesterId, String batchId, String after, int limit);

    /** Newest first. */
    @Query("""
            SELECT * FROM task WHERE requester_id = :requesterId AND state = 'PUBLISHED' AND task_id < :before
            ORDER BY task_id DESC LIMIT :limit""")
    List<Task> listPublished(String requesterId, String before, int limit);

    /** Newest first; of one type, or of all where the type is the empty text. */
    @Query("""
            SELECT * FROM task WHERE requester_id = :requesterId AND state = 'PUBLISHED' AND task_id < :before
              AND pending = 0 AND reviewing = :reviewing AND (:taskTypeId = '' OR task_type_id = :taskTypeId)
              AND (closed OR expires_at <= :now OR places = submitted + approved + rejected)
            ORDER BY task_id DESC LIMIT :limit""")
    List<Task> listReviewable(
            String requesterId, String taskTypeId, boolean reviewing, Instant now, String before, int limit);
}
