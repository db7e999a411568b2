package io.kempelen.assignment.lease;

import io.kempelen.assignment.Eventually;
import io.kempelen.assignment.TaskFacts;
import io.kempelen.events.TaskPublished;
import io.kempelen.messaging.testing.KafkaProbe;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where the places of a task are: what tests of conservation look into. */
record Book(int free, int accepted, int submitted) {

    static Book of(JdbcTemplate jdbc, String taskId) {
        var book = jdbc.queryForObject(
                """
                SELECT (SELECT sum(free) FROM place_stripe WHERE task_id = ?) AS free,
                       count(*) FILTER (WHERE status = 'ACCEPTED') AS accepted,
                       count(*) FILTER (WHERE status = 'SUBMITTED') AS submitted
                FROM assignment WHERE task_id = ?""",
                (row, number) -> new Book(row.getInt("free"), row.getInt("accepted"), row.getInt("submitted")),
                taskId,
                taskId);
        if (book == null) throw new IllegalStateException("An aggregate has one row");
        return book;
    }

    int places() {
        return free + accepted + submitted;
    }

    static void publish(KafkaProbe kafka, JdbcTemplate jdbc, TaskPublished published) {
        kafka.send(TaskFacts.TOPIC, published.getTaskId(), published);
        awaitTask(jdbc, published.getTaskId());
    }

    static void awaitTask(JdbcTemplate jdbc, String taskId) {
        Eventually.is(
                "task " + taskId + " is known",
                () -> !jdbc.queryForList("SELECT 1 FROM task WHERE task_id = ?", taskId)
                        .isEmpty());
    }
}
