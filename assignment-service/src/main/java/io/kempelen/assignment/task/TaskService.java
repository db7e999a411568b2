package io.kempelen.assignment.task;

import io.kempelen.assignment.qualification.RequirementSets;
import io.kempelen.assignment.task.domain.Task;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens tasks, follows what becomes of them, and closes them when their time is over. */
@Service
class TaskService {

    private final Tasks tasks;
    private final Listings listings;
    private final RequirementSets requirementSets;
    private final Places places;
    private final TaskPublisher publisher;
    private final InstantSource clock;

    TaskService(
            Tasks tasks,
            Listings listings,
            RequirementSets requirementSets,
            Places places,
            TaskPublisher publisher,
            InstantSource clock) {
        this.tasks = tasks;
        this.listings = listings;
        this.requirementSets = requirementSets;
        this.places = places;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** A task that is known already was published before: its places are not counted again. */
    @Transactional
    public void publish(List<Publication> publications) {
        if (publications.isEmpty()) return;
        var known = tasks.known(
                publications.stream().map(one -> one.task().taskId()).toList());
        var fresh = publications.stream()
                .filter(one -> known.add(one.task().taskId()))
                .toList();
        listings.saveAll(fresh.stream().map(Publication::listing).collect(Collectors.toSet()));
        requirementSets.saveAll(fresh.stream().map(Publication::requirements).collect(Collectors.toSet()));
        var opened = fresh.stream().map(Publication::task).toList();
        tasks.insert(opened);
        places.put(opened, opened.stream().collect(Collectors.toMap(Task::taskId, Task::places)));
    }

    /** Applies news of many tasks, each task's in order: in rounds, so that every round is a handful of statements. */
    @Transactional
    public void follow(List<Task.News> news) {
        Map<String, Deque<Task.News>> waiting = new TreeMap<>();
        counted(news)
                .forEach(one -> waiting.computeIfAbsent(one.taskId(), id -> new ArrayDeque<>())
                        .add(one));
        if (waiting.isEmpty()) return;
        var current = new TreeMap<String, Task>();
        tasks.lock(waiting.keySet()).forEach(task -> current.put(task.taskId(), task));
        if (!current.keySet().containsAll(waiting.keySet())) {
            throw new IllegalStateException("News of tasks that were never published: " + waiting.keySet());
        }
        while (!waiting.isEmpty()) {
            var changes = new ArrayList<Task.Change>();
            waiting.forEach((id, queue) -> changes.add(task(current, id).on(queue.removeFirst(), clock.instant())));
            apply(changes).forEach(task -> current.put(task.taskId(), task));
            waiting.values().removeIf(Deque::isEmpty);
        }
    }

    /** Reopened places of an event that was heard before, however long ago, are not opened again. */
    private List<Task.News> counted(List<Task.News> news) {
        return news.stream()
                .map(one -> one instanceof Task.News.ExpirationChanged changed
                                && changed.reopenedPlaces() > 0
                                && !places.reopen(changed.id(), changed.taskId())
                        ? changed.withoutPlaces()
                        : one)
                .toList();
    }

    /** Closes open tasks whose time is over and tells how many; any replica may, and none closes what another is closing. */
    @Transactional
    public int closeDue(int limit) {
        var due = tasks.lockDue(clock.instant(), limit);
        close(due);
        return due.size();
    }

    private List<Task> apply(List<Task.Change> changes) {
        var changed = changes.stream().map(Task.Change::task).toList();
        var added = new HashMap<String, Integer>();
        changes.forEach(change -> added.put(change.task().taskId(), change.addedPlaces()));
        tasks.update(changed);
        places.put(changed, added);
        var closed = close(changes.stream()
                .filter(Task.Change::closes)
                .map(Task.Change::task)
                .toList());
        var result = new ArrayList<>(changed);
        result.addAll(closed);
        return result;
    }

    /** The stripes are locked before the event is appended, so no accept or return of the task can slip in between. */
    private List<Task> close(List<Task> open) {
        if (open.isEmpty()) return List.of();
        var ids = open.stream().map(Task::taskId).toList();
        var neverTaken = places.close(ids);
        var pending = places.lockPending(ids);
        var closed = open.stream().map(Task::closed).toList();
        tasks.update(closed);
        publisher.closed(closed, neverTaken, pending, clock.instant());
        return closed;
    }

    private static Task task(Map<String, Task> tasks, String id) {
        var task = tasks.get(id);
        if (task == null) throw new IllegalStateException("No task " + id);
        return task;
    }
}
