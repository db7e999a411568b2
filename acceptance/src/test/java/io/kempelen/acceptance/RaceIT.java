package io.kempelen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Fifty workers run for three places through the front door, behind which two replicas hand them out. */
@OnPlatform
@Order(4)
class RaceIT {

    private static final int WORKERS = 50;
    private static final int PLACES = 3;
    private static final int ROUNDS = Integer.getInteger("race.rounds", 10);

    private final World world;

    RaceIT(World world) {
        this.world = world;
    }

    @Test
    void noPlaceIsGivenTwice() throws Exception {
        assertThat(world.snapshot().process("assignment-service-2"))
                .as("a second replica")
                .isPresent();
        var requester = world.requester("Race");
        var workers = IntStream.range(0, WORKERS)
                .mapToObj(i -> world.worker("Runner " + i))
                .toList();
        for (int round = 0; round < ROUNDS; round++) {
            var task = Projects.task(requester, PLACES, Map.of());
            var answers = race(workers, worker -> worker.tryToAccept(task));
            var winners = IntStream.range(0, WORKERS)
                    .filter(i -> answers.get(i).status() == 201)
                    .boxed()
                    .toList();
            assertThat(winners).as("round %d: %s", round, statuses(answers)).hasSize(PLACES);
            assertThat(answers.stream().filter(answer -> answer.status() != 201))
                    .allSatisfy(
                            answer -> assertThat(answer.expect(409).problem()).isEqualTo("no-place-left"));
            giveBackAndRaceAgain(workers, task, winners, answers);
        }
    }

    /** One winner gives back while everybody runs again: exactly one of the others gets the place. */
    private static void giveBackAndRaceAgain(
            List<Person> workers, String task, List<Integer> winners, List<Answer> answers) throws Exception {
        var loser = workers.get(winners.getFirst());
        var assignment =
                answers.get(winners.getFirst()).json().path("assignmentId").asString();
        loser.client().post("/v1/worker/assignments/" + assignment + "/return").expect(204);
        var second = race(workers, worker -> worker.tryToAccept(task));
        assertThat(second.stream().filter(answer -> answer.status() == 201))
                .as(statuses(second))
                .hasSize(1);
        for (int i : winners.subList(1, winners.size()))
            assertThat(second.get(i).problem()).isEqualTo("already-yours");
    }

    /** What a runner does when the gate opens. */
    private interface Run {
        Answer by(Person worker);
    }

    private static List<Answer> race(List<Person> workers, Run run) throws Exception {
        var gate = new CyclicBarrier(workers.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = workers.stream()
                    .<Callable<Answer>>map(worker -> () -> {
                        gate.await();
                        return run.by(worker);
                    })
                    .map(threads::submit)
                    .toList();
            var answers = new java.util.ArrayList<Answer>();
            for (var one : runs) answers.add(one.get());
            return answers;
        }
    }

    private static String statuses(List<Answer> answers) {
        return answers.stream()
                .collect(Collectors.groupingBy(Answer::status, Collectors.counting()))
                .toString();
    }
}
