package io.kempelen.assignment.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.assignment.Eventually;
import io.kempelen.assignment.TaskFacts;
import io.kempelen.assignment.lease.domain.AcceptOutcome;
import io.kempelen.events.AssignmentAbandoned;
import io.kempelen.events.AssignmentReturned;
import io.kempelen.events.TaskClosed;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Closings and openings free exactly the places they must, however events are delivered. */
@KempelenTest
class ClosingIT {

    @Autowired
    private LeaseService leases;

    @Autowired
    private KafkaProbe kafka;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Ids ids;

    @Test
    void publishesOnceHoweverOftenItIsTold() {
        var task = ids.next();
        kafka.sendTwice(TaskFacts.TOPIC, task, TaskFacts.published(task, 3, 60));
        kafka.send(TaskFacts.TOPIC, task, TaskFacts.published(task, 3, 60));
        kafka.sendTwice(TaskFacts.TOPIC, task, TaskFacts.extended(task, 2, 5));
        kafka.send(TaskFacts.TOPIC, task, TaskFacts.extended(task, 2, 5));
        Book.awaitTask(jdbc, task);

        Eventually.is("extended", () -> Book.of(jdbc, task).free() == 5);
        settled(task);
        assertThat(Book.of(jdbc, task)).isEqualTo(new Book(5, 0, 0));
    }

    @Test
    void freesWhatWasNeverTakenAndLaterWhatIsGivenBack() {
        var task = published(4, 2);
        var returning = accept("AONE", task);
        accept("ATWO", task);
        var submitting = accept("ATHREE", task);
        leases.submit("ATHREE", submitting, new Answer("{}"));

        kafka.sendTwice(TaskFacts.TOPIC, task, TaskFacts.expiring(task, Instant.EPOCH, 0));

        var closed = closings(task, 1).getFirst();
        assertThat(closed.getClosing()).isEqualTo(1);
        assertThat(closed.getNeverTaken()).isEqualTo(1);
        assertThat(closed.getPending()).isEqualTo(2);
        assertThat(closed.getFundsId()).isEqualTo(task);
        assertThat(leases.accept("AFOUR", task)).isEqualTo(new AcceptOutcome.TaskClosed());

        leases.giveBack("AONE", returning);
        assertThat(kafka.awaitOne(
                                TaskFacts.OWN_TOPIC,
                                AssignmentReturned.class,
                                event -> event.getTaskId().equals(task))
                        .getPlaceReleased())
                .isTrue();
        assertThat(kafka.awaitOne(
                                TaskFacts.OWN_TOPIC,
                                AssignmentAbandoned.class,
                                event -> event.getTaskId().equals(task))
                        .getPlaceReleased())
                .isTrue();
        assertThat(Book.of(jdbc, task)).isEqualTo(new Book(0, 0, 1));
        assertThat(closings(task, 1)).hasSize(1);
    }

    @Test
    void opensAgainWithTheReopenedPlacesAndClosesAgain() {
        var task = published(3, 3600);
        accept("AONE", task);
        kafka.send(TaskFacts.TOPIC, task, TaskFacts.expiring(task, Instant.EPOCH, 0));
        assertThat(closings(task, 1).getFirst().getNeverTaken()).isEqualTo(2);

        kafka.sendTwice(
                TaskFacts.TOPIC, task, TaskFacts.expiring(task, TaskFacts.now().plusSeconds(60), 2));
        Eventually.is("open again", () -> Book.of(jdbc, task).free() == 2);
        settled(task);
        assertThat(Book.of(jdbc, task)).isEqualTo(new Book(2, 1, 0));
        accept("ATWO", task);

        kafka.send(TaskFacts.TOPIC, task, TaskFacts.disposed(task));
        var second = closings(task, 2).getLast();
        assertThat(second.getClosing()).isEqualTo(2);
        assertThat(second.getNeverTaken()).isEqualTo(1);
        assertThat(second.getPending()).isEqualTo(2);
    }

    /** A sender that was killed after sending may send again the next morning, when the list of applied events is forgotten. */
    @Test
    void opensReopenedPlacesOnceThoughTheInboxHasForgottenThem() {
        var task = published(3, 3600);
        kafka.send(TaskFacts.TOPIC, task, TaskFacts.expiring(task, Instant.EPOCH, 0));
        closings(task, 1);
        var reopening = UUID.randomUUID();
        var event = TaskFacts.expiring(task, TaskFacts.now().plusSeconds(60), 2);
        kafka.send(TaskFacts.TOPIC, task, event, reopening);
        Eventually.is("open again", () -> Book.of(jdbc, task).free() == 2);

        assertThat(jdbc.update("DELETE FROM inbox_event WHERE event_id = ?", reopening))
                .isEqualTo(1);
        kafka.send(TaskFacts.TOPIC, task, event, reopening);
        settled(task);

        assertThat(Book.of(jdbc, task)).isEqualTo(new Book(2, 0, 0));
    }

    @Test
    void closesByItselfWhenTheTimeIsOver() {
        var task = ids.next();
        var published = TaskFacts.published(task, 3, 60);
        published.setExpiresAt(TaskFacts.now().plusMillis(1500));
        Book.publish(kafka, jdbc, published);
        accept("AONE", task);

        var closed = closings(task, 1).getFirst();

        assertThat(closed.getNeverTaken()).isEqualTo(2);
        assertThat(closed.getPending()).isEqualTo(1);
        assertThat(closed.getClosedAt()).isAfterOrEqualTo(published.getExpiresAt());
    }

    @Test
    void freesAtOnceWhatIsAddedToAClosedTask() {
        var task = published(1, 60);
        kafka.send(TaskFacts.TOPIC, task, TaskFacts.expiring(task, Instant.EPOCH, 0));
        kafka.send(TaskFacts.TOPIC, task, TaskFacts.extended(task, 2, 3));

        var closings = closings(task, 2);

        assertThat(closings).extracting(TaskClosed::getNeverTaken).containsExactly(1, 2);
        assertThat(closings).extracting(TaskClosed::getClosing).containsExactly(1, 2);
    }

    @Test
    void closesAStripedTaskWhole() {
        var task = published(1000, 3600);
        for (int worker = 0; worker < 7; worker++) accept("ASTRIPED" + worker, task);

        kafka.send(TaskFacts.TOPIC, task, TaskFacts.expiring(task, Instant.EPOCH, 0));

        assertThat(closings(task, 1).getFirst().getNeverTaken()).isEqualTo(993);
        assertThat(closings(task, 1).getFirst().getPending()).isEqualTo(7);
    }

    private List<TaskClosed> closings(String task, int least) {
        return kafka.await(
                TaskFacts.OWN_TOPIC,
                TaskClosed.class,
                least,
                event -> event.getTaskId().equals(task));
    }

    /** Something later on the same partition has been applied, so everything before it has. */
    private void settled(String task) {
        var marker = ids.next();
        kafka.send(TaskFacts.TOPIC, task, TaskFacts.published(marker, 1, 60));
        Book.awaitTask(jdbc, marker);
    }

    private String published(int places, long duration) {
        var task = ids.next();
        Book.publish(kafka, jdbc, TaskFacts.published(task, places, duration));
        return task;
    }

    private String accept(String worker, String task) {
        if (leases.accept(worker, task) instanceof AcceptOutcome.Accepted accepted)
            return accepted.lease().assignmentId();
        throw new AssertionError("No place for " + worker);
    }
}
