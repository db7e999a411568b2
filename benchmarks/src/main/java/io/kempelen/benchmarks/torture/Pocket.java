package io.kempelen.benchmarks.torture;

import io.kempelen.benchmarks.load.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Places that were accepted ahead, and how many of them may be submitted now. Accepting is half of the work; done before, the
 * submissions come in bursts that review and payment cannot keep up with.
 */
final class Pocket {

    private final Deque<Held> held = new ArrayDeque<>();
    private final int capacity;
    private int accepting;
    private int allowed;

    Pocket(int capacity) {
        this.capacity = capacity;
    }

    /** An accepted place. */
    record Held(Place place, String assignmentId) {}

    /** Whether one more may be accepted; whoever hears yes calls put or giveUp. */
    synchronized boolean reserve() {
        if (held.size() + accepting >= capacity) return false;
        accepting++;
        return true;
    }

    synchronized void put(Held place) {
        accepting--;
        held.add(place);
    }

    synchronized void giveUp() {
        accepting--;
    }

    /** One to submit now; nothing while none is there or none is allowed. */
    synchronized Optional<Held> draw() {
        if (allowed == 0 || held.isEmpty()) return Optional.empty();
        allowed--;
        return Optional.of(held.removeFirst());
    }

    synchronized void allow(int more) {
        allowed += more;
    }

    synchronized int allowed() {
        return allowed;
    }

    synchronized int size() {
        return held.size();
    }

    /** Nothing is in it, and nobody is about to put something in. */
    synchronized boolean empty() {
        return held.isEmpty() && accepting == 0;
    }
}
