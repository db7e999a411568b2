package io.kempelen.task.tasktype;

import io.kempelen.task.tasktype.domain.TaskType;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All task types. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface TaskTypes extends GenericRepository<TaskType, String> {

    Optional<TaskType> findByTaskTypeId(String taskTypeId);

    List<TaskType> findByTaskTypeIdIn(Collection<String> taskTypeIds);

    Optional<TaskType> findByRequesterIdAndDigest(String requesterId, String digest);

    @Query("""
            INSERT INTO task_type (task_type_id, requester_id, digest, title, description, keywords, reward, currency,
              assignment_duration_seconds, auto_approval_delay_seconds, requirements, created_at)
            VALUES (:taskTypeId, :requesterId, :digest, :title, :description, :keywords, :reward, :currency,
              :assignmentDurationSeconds, :autoApprovalDelaySeconds, :requirements, :createdAt)
            ON CONFLICT (requester_id, digest) DO NOTHING""")
    int saveIfNew(
            String taskTypeId,
            String requesterId,
            String digest,
            String title,
            String description,
            String keywords,
            long reward,
            String currency,
            long assignmentDurationSeconds,
            long autoApprovalDelaySeconds,
            String requirements,
            Instant createdAt);
}
