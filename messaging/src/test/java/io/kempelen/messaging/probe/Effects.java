package io.kempelen.messaging.probe;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** What took effect, through the Micronaut bridge. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Effects extends GenericRepository<Effects.Effect, String> {

    Optional<Effect> findByTaskId(String taskId);

    Effect save(Effect effect);

    /** How often a task's event took effect. */
    @MappedEntity("effect")
    record Effect(@Id String taskId, int times, String place) {}
}
