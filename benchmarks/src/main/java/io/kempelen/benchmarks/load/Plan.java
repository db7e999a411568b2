package io.kempelen.benchmarks.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Who does what next. Work goes on in a window of tasks that moves over all that are open, so that second and third answers
 * come all the time, not only when every task has its first; each worker has one place of a task at most.
 */
public final class Plan {

    private static final int WINDOW = 600;

    private final List<Person> workers;
    private final int windowSize;
    private final Deque<Task> stock = new ArrayDeque<>();
    private final List<Task> window = new ArrayList<>();
    private final List<Task> touched = new ArrayList<>();
    private int nextWorker;
    private boolean finishing;

    public Plan(List<Person> workers) {
        this(workers, WINDOW);
    }

    /** @param windowSize tasks that work goes on in at once: the fewer, the sooner each has all its answers */
    public Plan(List<Person> workers, int windowSize) {
        this.workers = workers;
        this.windowSize = windowSize;
    }

    synchronized void add(List<String> taskIds) {
        var random = ThreadLocalRandom.current();
        for (var id : taskIds) stock.add(new Task(id, Votes.plan(random)));
    }

    /** Tasks with free places. */
    public synchronized int open() {
        return stock.size() + window.size();
    }

    /** Tasks with free places that work is going on in. */
    public synchronized int begun() {
        return window.size();
    }

    /** From now on only tasks that somebody has begun, so that in the end every answer has its verdict. */
    public synchronized void finish() {
        finishing = true;
        window.removeIf(task -> task.submitted() == 0);
    }

    /** Nothing when there is no work left. */
    public synchronized Optional<Place> next() {
        while (!finishing && window.size() < windowSize && !stock.isEmpty()) {
            var fresh = stock.removeFirst();
            window.add(fresh);
            touched.add(fresh);
        }
        if (window.isEmpty()) return Optional.empty();
        int at = ThreadLocalRandom.current().nextInt(window.size());
        var task = window.get(at);
        var worker = worker(task);
        int place = task.take(worker.id());
        if (task.full()) remove(at);
        return place < 0 ? Optional.empty() : Optional.of(new Place(task, place, worker));
    }

    public synchronized void giveBack(Place place) {
        boolean wasFull = place.task().full();
        if (place.task().giveBack(place.number())
                && wasFull
                && (!finishing || place.task().submitted() > 0)) {
            window.add(place.task());
        }
    }

    /** How many answers of the tasks so far have, or will have, a verdict without further answers. */
    public synchronized long decidedAnswers() {
        return touched.stream().filter(Task::decided).mapToLong(Task::submitted).sum();
    }

    private Person worker(Task task) {
        while (true) {
            var worker = workers.get(nextWorker++ % workers.size());
            if (!task.knows(worker.id())) return worker;
        }
    }

    private void remove(int at) {
        var last = window.removeLast();
        if (at < window.size()) window.set(at, last);
    }
}
