package io.kempelen.benchmarks.load;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A task with what is planned for its places and what has been answered. Guarded by its own monitor. */
public final class Task {

    public static final int PLACES = 3;
    private static final int MAJORITY = 2;
    private static final int MOST_FAILURES = 5;

    private final String id;
    private final String[] votes;
    private final Set<String> workers = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final boolean[] taken = new boolean[PLACES];
    private int submitted;
    private int failures;

    public Task(String id, String[] votes) {
        this.id = id;
        this.votes = votes;
    }

    public String id() {
        return id;
    }

    synchronized boolean knows(String workerId) {
        return workers.contains(workerId);
    }

    /** The next free place for a worker who has none here; -1 when all are taken. */
    synchronized int take(String workerId) {
        for (int place = 0; place < PLACES; place++) {
            if (taken[place]) continue;
            taken[place] = true;
            workers.add(workerId);
            return place;
        }
        return -1;
    }

    /** A place that could not be had is for somebody else; after some failures the task is left alone. */
    synchronized boolean giveBack(int place) {
        if (++failures > MOST_FAILURES) return false;
        taken[place] = false;
        return true;
    }

    synchronized boolean full() {
        for (var one : taken) if (!one) return false;
        return true;
    }

    String vote(int place) {
        return votes[place];
    }

    /** Counts an answer that is about to be given; true when with it a majority stands, so that its verdict needs no other. */
    public synchronized boolean answer(int place) {
        submitted++;
        counts.merge(votes[place], 1, Integer::sum);
        return decided();
    }

    /** The answer was refused after all. */
    public synchronized void takeBack(int place) {
        submitted--;
        counts.merge(votes[place], -1, Integer::sum);
    }

    public synchronized boolean decided() {
        return counts.values().stream().anyMatch(count -> count >= MAJORITY);
    }

    synchronized int submitted() {
        return submitted;
    }
}
