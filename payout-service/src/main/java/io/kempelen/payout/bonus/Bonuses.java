package io.kempelen.payout.bonus;

import io.kempelen.payout.bonus.domain.Bonus;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** All bonuses paid. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Bonuses extends GenericRepository<Bonus, String> {

    Bonus save(Bonus bonus);

    Optional<Bonus> findByRequesterIdAndRequestToken(String requesterId, String requestToken);

    @Query("SELECT * FROM bonus WHERE requester_id = :requesterId AND id < :before ORDER BY id DESC LIMIT :limit")
    List<Bonus> findOfRequester(String requesterId, String before, int limit);

    @Query("""
            SELECT * FROM bonus WHERE task_id = :taskId AND requester_id = :requesterId AND id > :after
            ORDER BY id LIMIT :limit""")
    List<Bonus> findOfTask(String taskId, String requesterId, String after, int limit);

    @Query("""
            SELECT * FROM bonus WHERE assignment_id = :assignmentId AND requester_id = :requesterId AND id > :after
            ORDER BY id LIMIT :limit""")
    List<Bonus> findOfAssignment(String assignmentId, String requesterId, String after, int limit);
}
