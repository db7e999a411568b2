package io.kempelen.review.sitting;

import io.kempelen.review.consensus.Tallies.Change;
import io.kempelen.review.consensus.domain.Label;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Votes of a sitting, summed so that each tally is written once. */
final class Votes {

    private final Map<Key, Change> changes = new HashMap<>();

    void add(String taskId, Label label, int votes) {
        changes.merge(new Key(taskId, label.hash()), new Change(taskId, label, votes), Votes::sum);
    }

    /** What changed since the last call, in the order in which tallies are locked. */
    List<Change> take() {
        var taken = changes.values().stream()
                .sorted(Comparator.comparing(Change::taskId)
                        .thenComparing(change -> change.label().hash()))
                .toList();
        changes.clear();
        return taken;
    }

    private static Change sum(Change one, Change other) {
        var label = one.label().json().isEmpty() ? other.label() : one.label();
        return new Change(one.taskId(), label, one.votes() + other.votes());
    }

    private record Key(String taskId, String labelHash) {}
}
