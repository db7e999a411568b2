package io.kempelen.acceptance.audit;

/** Every approved answer is paid exactly once, at the price the task was published with. */
final class RewardRule implements Rule {

    @Override
    public void check(Evidence evidence, Findings findings) {
        for (var work : evidence.history().works.values()) {
            paid(work, findings);
            prices(work, evidence.history().task(work.taskId), findings);
        }
    }

    private static void paid(Work work, Findings findings) {
        int owed = work.approvals + work.overrides > 0 ? 1 : 0;
        int paid = work.paid.size();
        if (paid == owed) return;
        if (paid == 0) findings.add("rewards", work.id, "was approved but not paid");
        else if (owed == 0) findings.add("rewards", work.id, "was paid but not approved");
        else findings.add("rewards", work.id, "was paid " + paid + " times");
    }

    private static void prices(Work work, TaskStory task, Findings findings) {
        var published = task.price;
        if (published == null) return;
        for (var price : work.prices) compare(work, published, price, findings);
        for (var price : work.paid) compare(work, published, price, findings);
    }

    private static void compare(Work work, Work.Price published, Work.Price other, Findings findings) {
        if (other.sameAs(published)) return;
        findings.add(
                "prices",
                work.id,
                other.saidBy() + " says " + other.reward() + " and " + other.fee() + ", the task was published with "
                        + published.reward() + " and " + published.fee());
    }
}
