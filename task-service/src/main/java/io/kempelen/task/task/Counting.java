package io.kempelen.task.task;

import io.kempelen.task.task.domain.Facts;
import io.kempelen.task.task.domain.Facts.Fact;
import java.util.List;

/** What a batch of events says about tasks, sorted by kind but each kind in its order. */
record Counting(List<Fact> facts, List<Closing> closings, List<Wants.Want> wants) {

    /** Assignment-service closed a task. */
    record Closing(String taskId, int number, int neverTaken) {}

    List<String> taskIds() {
        return java.util.stream.Stream.of(
                        facts.stream().map(Fact::taskId),
                        closings.stream().map(Closing::taskId),
                        wants.stream().map(Wants.Want::taskId))
                .flatMap(ids -> ids)
                .distinct()
                .sorted()
                .toList();
    }

    List<String> assignmentIds() {
        return facts.stream().map(Fact::assignmentId).distinct().toList();
    }

    /** What is known of an assignment, taking its batch from its task where no event named it. */
    static Facts inBatch(Facts facts, @org.jspecify.annotations.Nullable String batchId) {
        return facts.batchId() != null || batchId == null ? facts : facts.inBatch(batchId);
    }
}
