package io.kempelen.review.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.messaging.id.Ids;
import io.kempelen.review.ReviewIT;
import io.kempelen.review.answer.domain.Answer;
import io.kempelen.review.docket.domain.Policy;
import io.kempelen.review.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** How many answers a second one replica judges by majority; a floor far below what it does, so that only a blunder fails. */
class ThroughputIT extends ReviewIT {

    private static final Logger LOG = LoggerFactory.getLogger(ThroughputIT.class);
    private static final int ANSWERS = 3000;
    private static final int FLOOR = 20;

    @Autowired
    private IntakeService intake;

    @Autowired
    private TransactionTemplate transaction;

    private final Ids ids = new Ids();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @ParameterizedTest
    @ValueSource(ints = {20, 200})
    void judgesManyTasksOfThreePlaces(int batch) {
        var tasks = new ArrayList<String>();
        for (int i = 0; i < ANSWERS / 3; i++) tasks.add(ids.next());
        publish(tasks, 3);
        var answers = new ArrayList<Answer>();
        for (int place = 0; place < 3; place++) tasks.forEach(task -> answers.add(answer(task, "cat")));

        measure("tasks of three places", answers, batch);
    }

    @Test
    void judgesOneTaskOfManyPlaces() {
        var task = ids.next();
        publish(List.of(task), 100_000);
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < ANSWERS; i++) answers.add(answer(task, "text " + i % 1000));

        measure("one task of 100,000 places", answers, 20);
    }

    private void measure(String what, List<Answer> answers, int batch) {
        var start = Instant.now();
        for (int i = 0; i < answers.size(); i += batch) {
            var delivery = new Delivery();
            delivery.submitted.addAll(answers.subList(i, Math.min(answers.size(), i + batch)));
            delivery.submitted.forEach(answer -> delivery.ended.add(answer.assignmentId()));
            transaction.executeWithoutResult(status -> intake.apply(delivery));
        }
        long rate = answers.size()
                * 1000L
                / Math.max(1, Duration.between(start, Instant.now()).toMillis());
        LOG.info("{} answers/s, batches of {}, {}", rate, batch, what);
        assertThat(rate).isGreaterThan(FLOOR);
    }

    private void publish(List<String> tasks, int places) {
        Supplier<Policy> policy = () -> new Policy(Policy.Kind.MAJORITY, List.of("label"), Policy.Dissent.WAIT, false);
        var delivery = new Delivery();
        for (var task : tasks) {
            var facts =
                    new Task(task, "3TYPE", "AREQ", "t", "d", "k", 5, "USD", 600, 600, "[]", now.plusSeconds(600), now);
            delivery.published.add(new Publication(facts, null, policy.get(), places));
        }
        transaction.executeWithoutResult(status -> intake.apply(delivery));
    }

    private Answer answer(String taskId, String label) {
        return new Answer(
                ids.next(),
                taskId,
                null,
                "AWORKER1",
                "AREQ",
                taskId,
                5,
                1,
                "USD",
                "{\"label\":[\"" + label + "\"],\"comment\":[\"none\"]}",
                null,
                null,
                now,
                now,
                now.plusSeconds(86_400),
                0,
                Answer.Status.SUBMITTED,
                null,
                null,
                null,
                null,
                null,
                false);
    }
}
