package io.kempelen.task.project;

import io.kempelen.task.project.domain.Project;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** All projects. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Projects extends GenericRepository<Project, String> {

    Project save(Project project);

    Optional<Project> findByProjectIdAndRequesterId(String projectId, String requesterId);

    /** Newest first. */
    @Query("""
            SELECT * FROM project WHERE requester_id = :requesterId AND project_id < :before
            ORDER BY project_id DESC LIMIT :limit""")
    List<Project> list(String requesterId, String before, int limit);
}
