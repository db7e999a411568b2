package io.kempelen.acceptance.audit;

/** Folds kempelen.tasks. */
final class TaskReader {

    private final History history;
    private final Findings findings;

    TaskReader(History history, Findings findings) {
        this.history = history;
        this.findings = findings;
    }

    void read(Event event) {
        switch (event.type()) {
            case "TaskPublished" -> published(event);
            case "TaskExtended" -> task(event).places += (int) event.number("additionalPlaces");
            case "TaskExpirationChanged" -> task(event).reopened += (int) event.number("reopenedPlaces");
            case "TaskDisposed" -> task(event).disposals++;
            case "TaskCompleted" -> task(event).completions++;
            case "FundsAsked" -> asked(event);
            case "FundsWithdrawn" -> history.ask(event.text("askId")).withdrawn++;
            default -> {} // projects, types and batches hold neither places nor money
        }
    }

    private TaskStory task(Event event) {
        return history.task(event.text("taskId"));
    }

    private void published(Event event) {
        var task = task(event);
        if (++task.published > 1) {
            findings.add("tasks", task.id, "was published " + task.published + " times");
            return;
        }
        task.places += (int) event.number("places");
        task.requesterId = event.text("requesterId");
        task.fundsId = event.text("fundsId");
        task.batchId = event.optional("batchId");
        task.price = new Work.Price(event.money("reward"), event.money("fee"), "TaskPublished");
    }

    void asked(Event event) {
        var ask = history.ask(event.text("askId"));
        ask.fundsId = event.text("fundsId");
        if (++ask.asked > 1) findings.add("asks", ask.id, "was asked " + ask.asked + " times");
    }
}
