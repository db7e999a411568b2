package io.kempelen.acceptance.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The six topics folded into what they say; nothing here depends on the order of topics or partitions. */
final class History {

    final Map<String, Long> counts = new TreeMap<>();
    final Map<String, String> sources = new TreeMap<>();
    final Map<String, String> accounts = new HashMap<>();
    final Map<String, TaskStory> tasks = new HashMap<>();
    final Map<String, Work> works = new HashMap<>();
    final Map<String, HoldStory> holds = new HashMap<>();
    final Map<String, AskStory> asks = new HashMap<>();
    final Map<String, Amount> bonuses = new HashMap<>();
    final Accounts money = new Accounts();

    private final TaskReader taskReader;
    private final WorkReader workReader;
    private final MoneyReader moneyReader;
    private final Findings findings;

    History(Findings findings) {
        this.findings = findings;
        taskReader = new TaskReader(this, findings);
        workReader = new WorkReader(this, findings);
        moneyReader = new MoneyReader(this, findings);
    }

    void add(Event event) {
        counts.merge(event.topic() + " " + event.type(), 1L, Long::sum);
        EventForm.check(event, sources, findings);
        switch (event.topic()) {
            case "accounts" -> account(event);
            case "tasks" -> taskReader.read(event);
            case "assignments" -> workReader.readLease(event);
            case "reviews" -> workReader.readVerdict(event);
            case "payouts" -> moneyReader.read(event);
            default -> {} // receipts prove nothing about work or money
        }
    }

    private void account(Event event) {
        if (!event.type().equals("AccountOpened")) return;
        var before = accounts.put(event.text("accountId"), event.text("kind"));
        if (before != null) findings.add("accounts", event.text("accountId"), "was opened twice");
    }

    TaskStory task(String id) {
        return tasks.computeIfAbsent(id, TaskStory::new);
    }

    AskStory ask(String id) {
        return asks.computeIfAbsent(id, AskStory::new);
    }

    HoldStory hold(String id, String requesterId) {
        return holds.computeIfAbsent(id, unknown -> new HoldStory(unknown, requesterId));
    }

    Work work(Event event) {
        return works.computeIfAbsent(
                event.text("assignmentId"), id -> new Work(id, event.text("taskId"), event.text("workerId")));
    }

    /** Sums what needs all topics: to be called once, after the last event. */
    void close() {
        for (var work : works.values()) {
            task(work.taskId).count(work);
            for (var price : work.paid) {
                var from = work.paidFrom();
                if (from == null) continue; // paid and never approved: a finding of its own
                var hold = holds.get(from);
                if (hold == null) findings.add("holds", from, "was never held but paid assignment " + work.id);
                else hold.captured += price.total().minor();
            }
        }
    }

    long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
