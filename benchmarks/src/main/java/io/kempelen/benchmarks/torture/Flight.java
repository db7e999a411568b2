package io.kempelen.benchmarks.torture;

import io.kempelen.benchmarks.load.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which submissions are under way to their money. In flight is what was sent and is not heard to be paid, and of that only what
 * waits for the platform alone: an answer whose task has no majority yet waits for other people and does not count.
 */
final class Flight {

    private final Map<String, Instant> begun = new HashMap<>();
    private final Map<String, List<String>> undecided = new HashMap<>();
    private final Set<String> unanswered = new HashSet<>();
    private final Set<String> answered = new HashSet<>();
    private final Set<String> flying = new HashSet<>();
    private final Set<String> paid = new HashSet<>();

    /**
     * All counts of one moment.
     *
     * @param inFlight sent, not paid, and nobody's answer is waited for
     * @param unanswered sent, and the gateway has said nothing yet
     * @param answered taken by the gateway
     */
    record State(int begun, int inFlight, int unanswered, int answered, int paid) {}

    /** To be told before the answer is sent; true when its verdict needs no further answer. */
    synchronized boolean begin(Place place, String assignmentId) {
        begun.put(assignmentId, Instant.now());
        unanswered.add(assignmentId);
        var task = place.task();
        var together = undecided.computeIfAbsent(task.id(), unknown -> new ArrayList<>());
        together.add(assignmentId);
        boolean decided = task.answer(place.number());
        if (decided) {
            flying.addAll(together);
            undecided.remove(task.id());
        }
        return decided;
    }

    synchronized void answered(String assignmentId) {
        unanswered.remove(assignmentId);
        answered.add(assignmentId);
    }

    /** The platform will have none of it, for good. */
    synchronized void refused(Place place, String assignmentId) {
        unknown(assignmentId);
        place.task().takeBack(place.number());
        begun.remove(assignmentId);
        flying.remove(assignmentId);
        undecided.getOrDefault(place.task().id(), new ArrayList<>()).remove(assignmentId);
    }

    /** No answer ever came; it may have been taken all the same. */
    synchronized void unknown(String assignmentId) {
        unanswered.remove(assignmentId);
    }

    /** May come before the answer: the money may be faster than the reply. */
    synchronized void paid(String assignmentId) {
        flying.remove(assignmentId);
        paid.add(assignmentId);
    }

    synchronized State state() {
        return new State(begun.size(), flying.size(), unanswered.size(), answered.size(), paid.size());
    }

    synchronized Set<String> allAnswered() {
        return Set.copyOf(answered);
    }

    synchronized Map<String, Instant> allBegun() {
        return Map.copyOf(begun);
    }
}
