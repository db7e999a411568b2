package io.kempelen.task;

import static io.kempelen.task.Scene.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.events.FundsAsked;
import io.kempelen.events.FundsPurpose;
import io.kempelen.events.TaskCompleted;
import io.kempelen.events.TaskDisposed;
import io.kempelen.events.TaskExpirationChanged;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.TestApi;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasks end, and open again. */
@TaskServiceTest
class ClosingIT {

    private static final String TASKS = "kempelen.tasks";

    @Autowired
    private TestApi api;

    @Autowired
    private KafkaProbe probe;

    @Autowired
    private Scene scene;

    @Test
    void expiresAndDisposesAtOnce() {
        var requester = scene.requester("RICH");
        var taskId = scene.openTask(requester, 2);
        Thread.ofVirtual().start(() -> {
            probe.awaitOne(
                    TASKS,
                    TaskExpirationChanged.class,
                    event -> event.getTaskId().equals(taskId));
            probe.sendTwice("kempelen.assignments", taskId, scene.closed(requester, taskId, 1, 2));
        });
        var expired = api.put(
                token(requester), "/v1/tasks/" + taskId + "/expiration", Map.of("expiresAt", "1970-01-01T00:00:00Z"));

        assertThat(expired.status()).as(expired.text()).isEqualTo(200);
        assertThat(expired.json().path("status").asString()).isEqualTo("REVIEWABLE");
        assertThat(api.delete(token(requester), "/v1/tasks/" + taskId).status()).isEqualTo(204);
        assertThat(api.delete(token(requester), "/v1/tasks/" + taskId).status()).isEqualTo(409);
        probe.awaitOne(TASKS, TaskDisposed.class, event -> event.getTaskId().equals(taskId));
    }

    @Test
    void asksAgainForReleasedPlacesBeforeItReopens() {
        var requester = scene.requester("RICH");
        var taskId = scene.openTask(requester, 3);
        api.put(token(requester), "/v1/tasks/" + taskId + "/expiration", Map.of("expiresAt", "1970-01-01T00:00:00Z"));
        probe.sendTwice("kempelen.assignments", taskId, scene.closed(requester, taskId, 1, 3));
        probe.awaitOne(TASKS, TaskCompleted.class, event -> event.getTaskId().equals(taskId));
        var later = Instant.now().plus(Duration.ofHours(1)).toString();
        var reopened = api.put(token(requester), "/v1/tasks/" + taskId + "/expiration", Map.of("expiresAt", later));

        assertThat(reopened.status()).as(reopened.text()).isEqualTo(200);
        assertThat(reopened.json().path("status").asString()).isEqualTo("ASSIGNABLE");
        var asked = probe.awaitOne(
                TASKS,
                FundsAsked.class,
                event -> event.getFundsId().equals(taskId) && event.getPurpose() == FundsPurpose.REOPENING);
        assertThat(asked.getLines().getFirst().getPlaces()).isEqualTo(3);
        probe.awaitOne(
                TASKS,
                TaskExpirationChanged.class,
                event -> event.getTaskId().equals(taskId) && event.getReopenedPlaces() == 3);
    }

    /** Assignment-service hears of the new expiry when it is past, so it closes nothing and says nothing. */
    @Test
    void opensATaskAgainThatIsTakenWholeThoughNobodySaysItWasClosed() throws Exception {
        var requester = scene.requester("RICH");
        var taskId = scene.openTask(requester, 1);
        scene.done(scene.work(requester, taskId, null), "{}");
        probe.awaitOne(TASKS, TaskCompleted.class, event -> event.getTaskId().equals(taskId));
        expire(requester, taskId, Instant.EPOCH);
        probe.send("kempelen.assignments", taskId, scene.closed(requester, taskId, 1, 0));
        assertThat(expire(requester, taskId, Instant.now().plusMillis(1500)).status())
                .isEqualTo(200);
        assertThat(scene.task(requester, taskId).hasNonNull("completedAt")).isTrue();
        Thread.sleep(1600);

        var again = expire(requester, taskId, Instant.now().plusSeconds(3600));

        assertThat(again.status()).as(again.text()).isEqualTo(200);
        var more = api.post(token(requester), "/v1/tasks/" + taskId + "/extend", Map.of("places", 1));
        assertThat(more.status()).as(more.text()).isEqualTo(200);
        assertThat(scene.task(requester, taskId).path("status").asString()).isEqualTo("ASSIGNABLE");
    }

    @Test
    void saysThatATaskIsBeingClosedWhereNoMoneyWasAskedFor() {
        var requester = scene.requester("RICH");
        var taskId = scene.openTask(requester, 2);
        expire(requester, taskId, Instant.EPOCH);

        var tooSoon = expire(requester, taskId, Instant.now().plusSeconds(3600));

        assertThat(tooSoon.status()).isEqualTo(503);
        assertThat(tooSoon.json().path("detail").asString())
                .contains("being closed")
                .doesNotContain("money");
    }

    private TestApi.Answer expire(String requester, String taskId, Instant until) {
        return api.put(token(requester), "/v1/tasks/" + taskId + "/expiration", Map.of("expiresAt", until.toString()));
    }
}
