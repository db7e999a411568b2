package io.kempelen.acceptance.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the services count agrees with what the topics say. */
final class CounterRule implements Rule {

    @Override
    public void check(Evidence evidence, Findings findings) {
        tasks(evidence, findings);
        leases(evidence, findings);
        places(evidence, findings);
        dockets(evidence, findings);
        copies(evidence, findings);
        workers(evidence, findings);
        accounts(evidence, findings);
    }

    private static void tasks(Evidence evidence, Findings findings) {
        Set<String> seen = new HashSet<>();
        evidence.stores()
                .each(
                        "task",
                        "SELECT task_id, places, pending, submitted, approved, rejected, released FROM task WHERE state <> 'DRAFT'",
                        row -> {
                            var id = row.getString(1);
                            seen.add(id);
                            var task = evidence.history().task(id);
                            if (task.published == 0)
                                findings.add("tasks", id, "is open in the database, never published");
                            findings.same("counters", id, "places", task.places, row.getInt(2));
                            findings.same("counters", id, "pending", task.live, row.getInt(3));
                            findings.same("counters", id, "undecided", task.undecided, row.getInt(4));
                            findings.same("counters", id, "approved", task.approved, row.getInt(5));
                            findings.same("counters", id, "rejected", task.rejected, row.getInt(6));
                            findings.same("counters", id, "places gone", task.gone(), row.getInt(7));
                        });
        for (var task : evidence.history().tasks.values())
            if (task.published > 0 && !seen.contains(task.id)) findings.add("tasks", task.id, "is not in its database");
    }

    private static void leases(Evidence evidence, Findings findings) {
        Set<String> seen = new HashSet<>();
        evidence.stores().each("assignment", "SELECT assignment_id, status FROM assignment", row -> {
            var work = evidence.history().works.get(row.getString(1));
            seen.add(row.getString(1));
            findings.same(
                    "leases", row.getString(1), "the lease", work == null ? null : work.lease(), row.getString(2));
        });
        for (var work : evidence.history().works.values())
            if (!seen.contains(work.id)) findings.add("leases", work.id, "is not in assignment-service's database");
    }

    private static void places(Evidence evidence, Findings findings) {
        evidence.stores().each("assignment", "SELECT task_id, sum(free) FROM place_stripe GROUP BY task_id", row -> {
            var task = evidence.history().task(row.getString(1));
            findings.same("places", task.id, "the number of free places", task.free(), row.getInt(2));
        });
    }

    private static void dockets(Evidence evidence, Findings findings) {
        evidence.stores().each("review", "SELECT task_id, answered, approved, rejected FROM docket", row -> {
            var task = evidence.history().task(row.getString(1));
            int answered = task.undecided + task.approved + task.rejected;
            findings.same("dockets", task.id, "answered", answered, row.getInt(2));
            findings.same("dockets", task.id, "approved", task.approved, row.getInt(3));
            findings.same("dockets", task.id, "rejected", task.rejected, row.getInt(4));
        });
    }

    /** task-service's own copy of what it heard of each assignment: progress and results are made of it. */
    private static void copies(Evidence evidence, Findings findings) {
        Set<String> seen = new HashSet<>();
        evidence.stores()
                .each(
                        "task",
                        "SELECT assignment_id, submitted_at IS NOT NULL, approved_at IS NOT NULL, rejected_at IS NOT NULL,"
                                + " paid_at IS NOT NULL FROM assignment",
                        row -> {
                            var id = row.getString(1);
                            seen.add(id);
                            var work = evidence.history().works.get(id);
                            if (work == null) {
                                findings.add("results", id, "is in the results, no event knows it");
                                return;
                            }
                            findings.same("results", id, "submitted", work.submitted > 0, row.getBoolean(2));
                            findings.same(
                                    "results", id, "approved", work.approvals + work.overrides > 0, row.getBoolean(3));
                            findings.same("results", id, "rejected", work.rejections > 0, row.getBoolean(4));
                            findings.same("results", id, "paid", !work.paid.isEmpty(), row.getBoolean(5));
                        });
        for (var work : evidence.history().works.values())
            if (work.submitted > 0 && !seen.contains(work.id))
                findings.add("results", work.id, "was submitted but task-service has not heard of it");
    }

    private static void workers(Evidence evidence, Findings findings) {
        Map<String, int[]> counts = new HashMap<>();
        for (var work : evidence.history().works.values()) {
            var count = counts.computeIfAbsent(work.workerId, unknown -> new int[3]);
            if (work.submitted > 0) count[0]++;
            if (work.decided()) count[work.lastApproved ? 1 : 2]++;
        }
        evidence.stores().each("assignment", "SELECT worker_id, submitted, approved, rejected FROM worker", row -> {
            var id = row.getString(1);
            var count = counts.getOrDefault(id, new int[3]);
            findings.same("workers", id, "submitted", count[0], row.getInt(2));
            findings.same("workers", id, "approved", count[1], row.getInt(3));
            findings.same("workers", id, "rejected", count[2], row.getInt(4));
        });
    }

    private static void accounts(Evidence evidence, Findings findings) {
        var opened = new HashMap<>(evidence.history().accounts);
        evidence.stores().each("gateway", "SELECT id, kind FROM account", row -> {
            findings.same("accounts", row.getString(1), "the kind", opened.remove(row.getString(1)), row.getString(2));
        });
        opened.keySet().forEach(id -> findings.add("accounts", id, "was opened but is not in the database"));
    }
}
