package io.kempelen.review.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.events.AssignmentApproved;
import io.kempelen.events.AssignmentRejected;
import io.kempelen.events.DecidedBy;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.Replica;
import io.kempelen.review.Facts;
import io.kempelen.review.ReviewApplication;
import io.kempelen.review.ReviewIT;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** Two replicas, and everybody who may judge judging at once. */
class RaceIT extends ReviewIT {

    private static ConfigurableApplicationContext replica;

    @Autowired
    private VerdictService here;

    @BeforeAll
    static void startReplica() {
        replica = Replica.start(ReviewApplication.class, Map.of("kempelen.partitions", "3"));
    }

    @AfterAll
    static void stopReplica() {
        replica.close();
    }

    @Test
    void approvesWhatIsDueOnceWhicheverReplicaFindsIt() {
        var task = task();
        task.published(Facts.byRequester(false), 100);
        var ids = new ArrayList<String>();
        for (int i = 0; i < 40; i++) ids.add(task.submitted("cat", 2));

        ids.forEach(id -> awaitStatus(id, "APPROVED"));

        assertThat(published(AssignmentApproved.class, task))
                .hasSize(40)
                .allSatisfy(event -> assertThat(event.getDecidedBy()).isEqualTo(DecidedBy.DELAY))
                .extracting(AssignmentApproved::getAssignmentId)
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(published(AssignmentApproved.class, task))
                .extracting(AssignmentApproved::getNumber)
                .doesNotHaveDuplicates();
    }

    @Test
    void approvesAtOnceWithoutADelay() {
        var task = task();
        var id = task.submitted("cat", 0);
        awaitStatus(id, "APPROVED");
        assertThat(published(AssignmentApproved.class, task)).hasSize(1);
    }

    /** Forty answers fall due while four callers on two replicas judge each of them. */
    @Test
    void judgesOnceWhoeverIsFirst() throws Exception {
        var there = replica.getBean(VerdictService.class);
        var task = task();
        task.published(Facts.byRequester(false), 100);
        var due = Facts.now().plusSeconds(12);
        var ids = new ArrayList<String>();
        for (int i = 0; i < 40; i++) ids.add(task.submitted(new Ids().next(), "cat", 60, due.minusSeconds(60)));
        ids.forEach(id -> until(() -> !status(id).isEmpty()));
        Thread.sleep(Math.max(0, Duration.between(Facts.now(), due).toMillis() - 100));

        var judges = new ArrayList<Callable<Ruling>>();
        for (var id : ids) {
            judges.add(() -> here.approve(task.requesterId, id, null));
            judges.add(() -> there.reject(task.requesterId, id, "No."));
            judges.add(() -> there.approve(task.requesterId, id, null));
            judges.add(() -> here.reject(task.requesterId, id, "No."));
        }
        var given =
                atOnce(judges).stream().filter(Ruling.Given.class::isInstance).count();

        ids.forEach(id -> until(() -> !status(id).equals("SUBMITTED")));
        var approved = published(AssignmentApproved.class, task);
        var rejected = published(AssignmentRejected.class, task);
        assertThat(Stream.concat(
                        approved.stream().map(AssignmentApproved::getAssignmentId),
                        rejected.stream().map(AssignmentRejected::getAssignmentId)))
                .containsExactlyInAnyOrderElementsOf(ids);
        var byDelay = approved.stream()
                .filter(event -> event.getDecidedBy() == DecidedBy.DELAY)
                .count();
        assertThat(given + byDelay).isEqualTo(ids.size());
    }

    private static List<Ruling> atOnce(List<Callable<Ruling>> judges) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var rulings = new ArrayList<Ruling>();
            for (var ruling : pool.invokeAll(judges)) rulings.add(ruling.get());
            return rulings;
        }
    }
}
