package io.kempelen.acceptance.audit;

import java.nio.ByteBuffer;
import java.time.Duration;

/** Folds kempelen.assignments and kempelen.reviews. The order within a task's partition counts: places are taken and given back. */
final class WorkReader {

    private final History history;
    private final Findings findings;

    WorkReader(History history, Findings findings) {
        this.history = history;
        this.findings = findings;
    }

    void readLease(Event event) {
        switch (event.type()) {
            case "AssignmentAccepted" -> accepted(event);
            case "AssignmentSubmitted" -> submitted(event);
            case "AssignmentReturned" -> {
                history.work(event).returned++;
                givenBack(event);
            }
            case "AssignmentAbandoned" -> {
                history.work(event).abandoned++;
                givenBack(event);
            }
            case "TaskClosed" -> closed(event);
            default -> {} // qualifications and blocks
        }
    }

    private void accepted(Event event) {
        var work = history.work(event);
        work.accepted++;
        work.deadline = event.time("deadline");
        var task = history.task(work.taskId);
        if (!task.busyWorkers.add(work.workerId))
            findings.add("places", task.id, "worker " + work.workerId + " holds two places at once");
        task.mostBusy = Math.max(task.mostBusy, task.busyWorkers.size());
    }

    private void submitted(Event event) {
        var work = history.work(event);
        work.submitted++;
        work.submittedAt = event.time("submittedAt");
        work.dueAt = work.submittedAt.plus(Duration.ofSeconds(event.number("autoApprovalDelaySeconds")));
        work.fundsId = event.text("fundsId");
        work.reward = event.money("reward");
        work.fee = event.money("fee");
        work.answer = Answers.digest(bytes((ByteBuffer) event.body().get("answer")));
        price(work, event);
    }

    private void givenBack(Event event) {
        var work = history.work(event);
        work.placeReleased |= event.flag("placeReleased");
        history.task(work.taskId).busyWorkers.remove(work.workerId);
        price(work, event);
    }

    private void closed(Event event) {
        var task = history.task(event.text("taskId"));
        task.closings++;
        task.neverTaken += (int) event.number("neverTaken");
        long closing = event.number("closing");
        if (closing != task.closings)
            findings.add("places", task.id, "closing " + task.closings + " is numbered " + closing);
    }

    void readVerdict(Event event) {
        switch (event.type()) {
            case "AssignmentApproved" -> approved(event);
            case "AssignmentRejected" -> rejected(event);
            case "FundsAsked" -> {
                var ask = history.ask(event.text("askId"));
                ask.fundsId = event.text("fundsId");
                if (++ask.asked > 1) findings.add("asks", ask.id, "was asked " + ask.asked + " times");
            }
            case "FundsWithdrawn" -> history.ask(event.text("askId")).withdrawn++;
            default -> {} // results and wishes for more answers
        }
    }

    private void approved(Event event) {
        var work = history.work(event);
        if (event.flag("overridesRejection")) {
            work.overrides++;
            work.overrideFundsId = event.text("fundsId");
        } else {
            work.approvals++;
        }
        verdict(work, event, true);
    }

    private void rejected(Event event) {
        var work = history.work(event);
        work.rejections++;
        verdict(work, event, false);
    }

    private void verdict(Work work, Event event, boolean approved) {
        long number = event.number("number");
        work.verdict(number, approved);
        if (!history.task(work.taskId).verdictNumbers.add(number))
            findings.add("verdicts", work.id, "shares verdict number " + number + " with another of its task");
        price(work, event);
    }

    private static void price(Work work, Event event) {
        work.prices.add(new Work.Price(event.money("reward"), event.money("fee"), event.type()));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
