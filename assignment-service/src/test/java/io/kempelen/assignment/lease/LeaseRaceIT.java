package io.kempelen.assignment.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.assignment.AssignmentApplication;
import io.kempelen.assignment.Eventually;
import io.kempelen.assignment.TaskFacts;
import io.kempelen.assignment.lease.domain.AcceptOutcome;
import io.kempelen.assignment.lease.domain.Lease;
import io.kempelen.assignment.lease.domain.SubmitOutcome;
import io.kempelen.events.AssignmentAbandoned;
import io.kempelen.events.AssignmentReturned;
import io.kempelen.events.AssignmentSubmitted;
import io.kempelen.events.TaskClosed;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.Replica;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many workers, two replicas, one database: no place is given twice and none is lost. */
@KempelenTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeaseRaceIT {

    private static final int ROUNDS = 1000;
    private static final int WORKERS = 50;
    private static final int PLACES = 3;

    @Autowired
    private LeaseService here;

    @Autowired
    private ExpiryService expiryHere;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private KafkaProbe kafka;

    @Autowired
    private Ids ids;

    private ConfigurableApplicationContext replica;
    private LeaseService there;
    private ExpiryService expiryThere;

    @BeforeAll
    void startReplica() {
        replica = Replica.start(AssignmentApplication.class, Map.of());
        there = replica.getBean(LeaseService.class);
        expiryThere = replica.getBean(ExpiryService.class);
    }

    @AfterAll
    void stopReplica() {
        replica.close();
    }

    @Test
    void neverGivesMoreThanThereIsAndLosesNothing() throws Exception {
        var tasks = publish(ROUNDS, PLACES, round -> round % 4 == 0 ? 0 : 1);
        var stop = new AtomicBoolean();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var expiring = List.of(expiring(workers, expiryHere, stop), expiring(workers, expiryThere, stop));
            for (var task : tasks) {
                var racing = IntStream.range(0, WORKERS)
                        .mapToObj(worker -> workers.submit(() -> race(worker % 2 == 0 ? here : there, task, worker)))
                        .toList();
                for (var one : racing) one.get();
                var book = Book.of(jdbc, task);
                assertThat(book.places()).as("places of %s: %s", task, book).isEqualTo(PLACES);
                assertThat(book.accepted() + book.submitted()).isLessThanOrEqualTo(PLACES);
            }
            Eventually.is(
                    "all leases have ended",
                    () -> tasks.stream().allMatch(task -> Book.of(jdbc, task).accepted() == 0));
            stop.set(true);
            for (var one : expiring) one.get();
        }
        assertThat(tasks)
                .allSatisfy(task -> assertThat(Book.of(jdbc, task).places()).isEqualTo(PLACES));
        assertThat(jdbc.queryForObject("SELECT count(*) FROM assignment WHERE status = 'SUBMITTED'", Integer.class))
                .isGreaterThan(ROUNDS);
    }

    /** Takes a place if there is one; then a third submits, a third returns, a third lets the time run out. */
    private void race(LeaseService service, String task, int number) {
        var worker = "AWORKER" + number;
        if (!(service.accept(worker, task) instanceof AcceptOutcome.Accepted accepted)) return;
        var id = accepted.lease().assignmentId();
        switch (ThreadLocalRandom.current().nextInt(3)) {
            case 0 -> service.submit(worker, id, new Answer("{}"));
            case 1 -> service.giveBack(worker, id);
            default -> {}
        }
    }

    @Test
    void spreadsALargeTaskAndGivesEveryPlaceOnce() throws Exception {
        var task = publish(1, 1000, round -> 3600).getFirst();
        var accepted = new AtomicInteger();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var racing = IntStream.range(0, 1200)
                    .mapToObj(worker -> workers.submit(() -> {
                        var outcome = (worker % 2 == 0 ? here : there).accept("ACROWD" + worker, task);
                        if (outcome instanceof AcceptOutcome.Accepted) accepted.incrementAndGet();
                        else assertThat(outcome).isEqualTo(new AcceptOutcome.NoPlaceLeft());
                    }))
                    .toList();
            for (var one : racing) one.get();
        }
        assertThat(accepted).hasValue(1000);
        assertThat(Book.of(jdbc, task)).isEqualTo(new Book(0, 1000, 0));
    }

    @Test
    void givesOneWorkerOneAssignmentHoweverOftenAsked() throws Exception {
        var task = publish(1, 1000, round -> 3600).getFirst();
        var outcomes = Collections.synchronizedList(new ArrayList<AcceptOutcome>());
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var racing = IntStream.range(0, 40)
                    .mapToObj(n ->
                            workers.submit(() -> outcomes.add((n % 2 == 0 ? here : there).accept("ADOUBLE", task))))
                    .toList();
            for (var one : racing) one.get();
        }
        assertThat(outcomes)
                .filteredOn(AcceptOutcome.Accepted.class::isInstance)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(AcceptOutcome.AlreadyYours.class::isInstance)
                .hasSize(39);
        assertThat(Book.of(jdbc, task)).isEqualTo(new Book(999, 1, 0));
    }

    @Test
    void endsEveryLeaseInOneWayAtItsDeadline() throws Exception {
        var task = publish(1, 300, round -> 1).getFirst();
        var leases = IntStream.range(0, 300)
                .mapToObj(worker -> accept("ALATE" + worker, task))
                .toList();
        var submitted = Collections.synchronizedList(new ArrayList<String>());
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var racing = new ArrayList<Future<?>>();
            for (int i = 0; i < leases.size(); i++) {
                var lease = leases.get(i);
                var service = i % 2 == 0 ? here : there;
                racing.add(workers.submit(() -> submitAround(service, lease, submitted)));
            }
            for (var one : racing) one.get();
        }
        Eventually.is("all leases have ended", () -> Book.of(jdbc, task).accepted() == 0);
        var given = kafka.await(
                TaskFacts.OWN_TOPIC,
                AssignmentSubmitted.class,
                submitted.size(),
                event -> event.getTaskId().equals(task));
        var abandoned = kafka.await(
                TaskFacts.OWN_TOPIC,
                AssignmentAbandoned.class,
                300 - submitted.size(),
                event -> event.getTaskId().equals(task));

        assertThat(given)
                .extracting(AssignmentSubmitted::getAssignmentId)
                .containsExactlyInAnyOrderElementsOf(submitted);
        assertThat(abandoned).extracting(AssignmentAbandoned::getAssignmentId).doesNotHaveDuplicates();
        assertThat(given.size() + abandoned.size()).isEqualTo(300);
        assertThat(Book.of(jdbc, task)).isEqualTo(new Book(300 - submitted.size(), 0, submitted.size()));
    }

    @Test
    void losesNoPlaceHoweverOftenTheTaskIsClosedAndOpened() throws Exception {
        var task = publish(1, 20, round -> 1).getFirst();
        var openings = 25;
        var stop = new AtomicBoolean();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var racing = IntStream.range(0, 12)
                    .mapToObj(worker -> workers.submit(() -> {
                        for (int n = 0; !stop.get(); n++) race(n % 2 == 0 ? here : there, task, worker * 100_000 + n);
                    }))
                    .toList();
            for (int n = 0; n < openings; n++) {
                kafka.send(TaskFacts.TOPIC, task, TaskFacts.expiring(task, Instant.EPOCH, 0));
                Eventually.pause(30);
                kafka.sendTwice(
                        TaskFacts.TOPIC,
                        task,
                        TaskFacts.expiring(task, TaskFacts.now().plusSeconds(600), 3));
                Eventually.pause(30);
            }
            stop.set(true);
            for (var one : racing) one.get();
        }
        kafka.send(TaskFacts.TOPIC, task, TaskFacts.disposed(task));
        var closings = kafka.await(
                TaskFacts.OWN_TOPIC,
                TaskClosed.class,
                openings + 1,
                event -> event.getTaskId().equals(task));
        Eventually.is("all leases have ended", () -> Book.of(jdbc, task).accepted() == 0);
        Eventually.is(
                "all is told", () -> jdbc.queryForList("SELECT 1 FROM outbox").isEmpty());

        var book = Book.of(jdbc, task);
        var neverTaken = closings.stream().mapToInt(TaskClosed::getNeverTaken).sum();
        assertThat(book.free()).isZero();
        assertThat(book.submitted() + neverTaken + released(task)).isEqualTo(20 + 3 * openings);
        assertThat(closings).extracting(TaskClosed::getClosing).doesNotHaveDuplicates();
    }

    private int released(String task) {
        return (int) kafka.all(TaskFacts.OWN_TOPIC).stream()
                .filter(seen -> seen.key().equals(task))
                .filter(seen -> switch (seen.event()) {
                    case AssignmentReturned returned -> returned.getPlaceReleased();
                    case AssignmentAbandoned abandoned -> abandoned.getPlaceReleased();
                    default -> false;
                })
                .count();
    }

    private static void submitAround(LeaseService service, Lease lease, List<String> submitted) {
        var left = lease.deadline().toEpochMilli() - System.currentTimeMillis();
        Eventually.pause(Math.max(0, left + ThreadLocalRandom.current().nextLong(-150, 150)));
        var outcome = service.submit(lease.workerId(), lease.assignmentId(), new Answer("{\"a\":[\"b\"]}"));
        if (outcome instanceof SubmitOutcome.Submitted) submitted.add(lease.assignmentId());
        else assertThat(outcome).isEqualTo(new SubmitOutcome.DeadlinePassed(lease.deadline()));
    }

    private Lease accept(String worker, String task) {
        if (here.accept(worker, task) instanceof AcceptOutcome.Accepted accepted) return accepted.lease();
        throw new AssertionError("No place for " + worker);
    }

    private static Future<?> expiring(ExecutorService workers, ExpiryService expiry, AtomicBoolean stop) {
        return workers.submit(() -> {
            while (!stop.get()) {
                expiry.expire(100);
                Eventually.pause(5);
            }
        });
    }

    private interface Duration {
        long ofRound(int round);
    }

    private List<String> publish(int count, int places, Duration duration) {
        var tasks = new ArrayList<String>();
        for (int round = 0; round < count; round++) {
            var task = ids.next();
            kafka.send(TaskFacts.TOPIC, task, TaskFacts.published(task, places, duration.ofRound(round)));
            tasks.add(task);
        }
        tasks.forEach(task -> Book.awaitTask(jdbc, task));
        return tasks;
    }
}
