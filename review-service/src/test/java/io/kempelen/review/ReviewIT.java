package io.kempelen.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What tests of the whole service share: one context for all of them, and words to ask it with. */
@KempelenTest
@org.springframework.test.context.TestPropertySource(
        properties = {"kempelen.funds.patience=6s", "kempelen.partitions=3"})
public abstract class ReviewIT {

    protected static final String SERVICE = "review-service";
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    @Autowired
    protected KafkaProbe probe;

    @Autowired
    protected TestApi api;

    @Autowired
    protected JdbcTemplate jdbc;

    protected Facts task() {
        return new Facts(probe);
    }

    protected static String requester(Facts task) {
        return Tokens.requester(task.requesterId, SERVICE);
    }

    protected static String worker(String assignmentId) {
        return Tokens.worker(Facts.worker(assignmentId), SERVICE);
    }

    /** Where an answer stands in the database; empty while it is not there. */
    protected String status(String assignmentId) {
        return jdbc
                .queryForList("SELECT status FROM answer WHERE assignment_id = ?", String.class, assignmentId)
                .stream()
                .findFirst()
                .orElse("");
    }

    protected void awaitStatus(String assignmentId, String wanted) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(status(assignmentId)).isEqualTo(wanted));
    }

    protected void until(BooleanSupplier condition) {
        await().atMost(PATIENCE).until(condition::getAsBoolean);
    }

    /** Events of a type about a task, once everything written is sent. */
    protected <E extends SpecificRecord> List<E> published(Class<E> type, Facts task) {
        until(() -> Integer.valueOf(0).equals(jdbc.queryForObject("SELECT count(*)::int FROM outbox", Integer.class)));
        return probe.all(Facts.REVIEWS).stream()
                .filter(seen -> seen.key().equals(task.taskId) || seen.key().equals(task.requesterId))
                .map(KafkaProbe.Seen::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
