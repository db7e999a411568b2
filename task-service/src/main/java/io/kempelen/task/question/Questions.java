package io.kempelen.task.question;

import io.kempelen.task.question.domain.Question;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** All templates and questions, each kept once. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Questions extends GenericRepository<Question, String> {

    Optional<Question> findByVersion(String version);

    @Query(
            "INSERT INTO question (version, kind, body) VALUES (:version, :kind, :body) ON CONFLICT (version) DO NOTHING")
    int keep(String version, Question.Kind kind, String body);
}
