package io.kempelen.acceptance.audit;

import java.time.Duration;

/** Every place that was taken was given back or answered in time, by one worker at a time, and never more than there were. */
final class WorkRule implements Rule {

    private static final Duration CLOCK_SLACK = Duration.ofSeconds(60);

    @Override
    public void check(Evidence evidence, Findings findings) {
        evidence.history().works.values().forEach(work -> lease(work, evidence, findings));
        evidence.history().tasks.values().forEach(task -> places(task, findings));
    }

    private static void lease(Work work, Evidence evidence, Findings findings) {
        if (work.accepted != 1) findings.add("leases", work.id, "was accepted " + work.accepted + " times");
        int ends = work.submitted + work.returned + work.abandoned;
        if (ends > 1)
            findings.add(
                    "leases",
                    work.id,
                    "ended " + ends + " times: submitted " + work.submitted + ", returned " + work.returned
                            + ", abandoned " + work.abandoned);
        var deadline = work.deadline;
        if (deadline == null) return;
        if (ends == 0 && deadline.plus(CLOCK_SLACK).isBefore(evidence.now()))
            findings.add("leases", work.id, "has run out at " + deadline + " and nothing came of it");
        if (work.submittedAt != null && work.submittedAt.isAfter(deadline))
            findings.add("leases", work.id, "was submitted after its deadline");
    }

    private static void places(TaskStory task, Findings findings) {
        if (task.published == 0 && (task.mostBusy > 0 || task.closings > 0))
            findings.add("tasks", task.id, "was worked on but never published");
        if (task.published == 0) return;
        if (task.mostBusy > task.places)
            findings.add("places", task.id, task.mostBusy + " workers at once on " + task.places + " places");
        if (task.free() < 0) findings.add("places", task.id, "has " + task.free() + " free places of " + task.places);
        if (task.disposals > 1) findings.add("tasks", task.id, "was disposed of twice");
    }
}
