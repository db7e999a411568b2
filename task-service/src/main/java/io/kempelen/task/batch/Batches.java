package io.kempelen.task.batch;

import io.kempelen.task.batch.domain.Batch;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All batches. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Batches extends GenericRepository<Batch, String> {

    Batch save(Batch batch);

    Batch update(Batch batch);

    Optional<Batch> findByBatchId(String batchId);

    Optional<Batch> findByBatchIdAndRequesterId(String batchId, String requesterId);

    @Query("SELECT * FROM batch WHERE batch_id = :batchId FOR UPDATE")
    Optional<Batch> lock(String batchId);

    @Query("DELETE FROM batch WHERE batch_id = :batchId AND status IN ('IMPORTING', 'FUNDING')")
    int discard(String batchId);

    /** Newest first. */
    @Query("""
            SELECT * FROM batch WHERE requester_id = :requesterId AND batch_id < :before AND status NOT IN ('IMPORTING', 'FUNDING')
            ORDER BY batch_id DESC LIMIT :limit""")
    List<Batch> list(String requesterId, String before, int limit);

    @Query("SELECT * FROM batch WHERE status = 'PUBLISHING' ORDER BY batch_id LIMIT :limit")
    List<Batch> findPublishing(int limit);

    /** False where drafts are left, which another replica holds. */
    @Query("""
            UPDATE batch SET status = 'PUBLISHED' WHERE batch_id = :batchId AND status = 'PUBLISHING'
              AND NOT EXISTS (SELECT 1 FROM task WHERE task.batch_id = :batchId AND state = 'DRAFT')""")
    int published(String batchId);

    /** Batches all of whose tasks are complete. */
    @Query("""
            SELECT * FROM batch WHERE status = 'PUBLISHED'
              AND NOT EXISTS (SELECT 1 FROM task WHERE task.batch_id = batch.batch_id AND completed_at IS NULL)
            ORDER BY batch_id LIMIT :limit FOR UPDATE SKIP LOCKED""")
    List<Batch> lockComplete(int limit);

    @Query("UPDATE batch SET status = 'COMPLETED', completed_at = :at WHERE batch_id = :batchId")
    int completed(String batchId, Instant at);

    /** Uploads whose replica died. */
    @Query("""
            SELECT * FROM batch WHERE status = 'IMPORTING' AND created_at < :before
            ORDER BY batch_id LIMIT :limit FOR UPDATE SKIP LOCKED""")
    List<Batch> lockStranded(Instant before, int limit);
}
