package io.kempelen.review.task;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All tasks ever published. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Tasks extends GenericRepository<Task, String> {

    Optional<Task> findById(String taskId);

    void saveAll(List<Task> tasks);

    @Query("UPDATE task SET expires_at = :expiresAt WHERE task_id = :taskId")
    void expire(String taskId, Instant expiresAt);
}
