package io.kempelen.task;

import static io.kempelen.task.Scene.token;
import static io.kempelen.task.Scene.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.events.AnswersWanted;
import io.kempelen.events.FundsAsked;
import io.kempelen.events.FundsPurpose;
import io.kempelen.events.TaskExtended;
import io.kempelen.events.WantedReason;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.TestApi;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasks get more places: those their requester buys, and those that review wants. */
@TaskServiceTest
class GrowthIT {

    private static final String TASKS = "kempelen.tasks";

    @Autowired
    private TestApi api;

    @Autowired
    private KafkaProbe probe;

    @Autowired
    private Scene scene;

    @Test
    void opensAWantedPlaceOnce() {
        var requester = scene.requester("RICH");
        var taskId = scene.openTask(requester, 1);
        var work = scene.work(requester, taskId, null);
        var want = new AnswersWanted("WANT" + taskId, taskId, requester, 1, WantedReason.REJECTED, Scene.now());
        scene.tellTwice("kempelen.assignments", work, scene.accepted(work));
        scene.tellTwice("kempelen.assignments", work, scene.submitted(work, "{}"));
        scene.tellTwice("kempelen.reviews", work, want);
        probe.send("kempelen.reviews", taskId, want);
        scene.tellTwice("kempelen.reviews", work, scene.rejected(work));

        probe.awaitOne(TASKS, TaskExtended.class, event -> event.getTaskId().equals(taskId));
        until(
                () -> scene.task(requester, taskId).toString(),
                () -> scene.counters(requester, taskId).equals("1 0 0 0 1"));
        assertThat(probe.await(
                        TASKS, TaskExtended.class, 1, event -> event.getTaskId().equals(taskId)))
                .hasSize(1);
        assertThat(scene.task(requester, taskId).path("places").asInt()).isEqualTo(2);
    }

    /** The tier of ten places is dearer, but a place that only replaces another must cost what is paid out of it. */
    @Test
    void asksForReplacementsAtThePriceOfThePlacesBought() {
        var requester = scene.requester("RICH");
        var taskId = scene.openTask(requester, 9);

        for (int rejected = 1; rejected <= 2; rejected++) {
            var want = new AnswersWanted(
                    "WANT" + rejected + taskId, taskId, requester, 1, WantedReason.REJECTED, Scene.now());
            probe.send("kempelen.reviews", taskId, want);
            probe.await(
                    TASKS,
                    TaskExtended.class,
                    rejected,
                    event -> event.getTaskId().equals(taskId));
        }

        assertThat(probe.await(
                        TASKS,
                        FundsAsked.class,
                        2,
                        event -> event.getFundsId().equals(taskId) && event.getPurpose() == FundsPurpose.REPLACEMENT))
                .allSatisfy(asked -> assertThat(asked.getLines().getFirst().getAssignmentsPerTask())
                        .isEqualTo(9));
        assertThat(scene.task(requester, taskId).path("places").asInt()).isEqualTo(11);
    }

    @Test
    void extendsButNotIntoTens() {
        var requester = scene.requester("RICH");
        var taskId = scene.openTask(requester, 3);
        var path = "/v1/tasks/" + taskId + "/extend";

        assertThat(api.post(token(requester), path, Map.of("places", 2))
                        .json()
                        .path("places")
                        .asInt())
                .isEqualTo(5);
        assertThat(api.post(token(requester), path, Map.of("places", 5)).status())
                .isEqualTo(422);
        assertThat(api.post(token(requester), path, Map.of("places", 0))
                        .json()
                        .path("field")
                        .asString())
                .isEqualTo("places");
        assertThat(probe.await(
                        TASKS, TaskExtended.class, 1, event -> event.getTaskId().equals(taskId)))
                .hasSize(1);
    }

    /** Nine bought places may be the most, however many replacements are on their way at the same time. */
    @Test
    void countsOnlyWhatMakesATaskDearerWhileItIsAskedFor() {
        var requester = scene.requester("SLOW");
        var taskId = scene.openTask(requester, 8);

        want(requester, taskId, WantedReason.REJECTED, 1);
        want(requester, taskId, WantedReason.REJECTED, 2);
        assertThat(asked(taskId, 2)).hasSize(2);
        want(requester, taskId, WantedReason.CONFIDENCE, 3);
        assertThat(asked(taskId, 3)).hasSize(3);

        var extended = api.post(token(requester), "/v1/tasks/" + taskId + "/extend", Map.of("places", 1));
        assertThat(extended.status()).as(extended.text()).isEqualTo(422);
        assertThat(extended.json().path("detail").asString()).startsWith("A task of 8 places cannot grow");
    }

    private void want(String requester, String taskId, WantedReason reason, int number) {
        probe.sendTwice(
                "kempelen.reviews",
                taskId,
                new AnswersWanted("WANT" + number + taskId, taskId, requester, 1, reason, Scene.now()));
    }

    private List<FundsAsked> asked(String taskId, int least) {
        return probe.await(
                TASKS,
                FundsAsked.class,
                least,
                event -> event.getFundsId().equals(taskId) && event.getPurpose() == FundsPurpose.REPLACEMENT);
    }
}
