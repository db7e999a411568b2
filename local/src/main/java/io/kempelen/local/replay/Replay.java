package io.kempelen.local.replay;

import io.kempelen.local.api.Account;
import io.kempelen.local.api.Operator;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The main job, end to end, through the public API alone: publish a recorded project, answer it, approve, pay, compare. */
public final class Replay {

    private static final int AT_ONCE = 8;
    private static final BigDecimal MARGIN = new BigDecimal("10.00");

    private final Operator operator;
    private final String kafka;
    private final BigDecimal reward;
    private final PrintStream out;
    private final Crew crew = new Crew(AT_ONCE);

    public Replay(Operator operator, String kafka, BigDecimal reward, PrintStream out) {
        this.operator = operator;
        this.kafka = kafka;
        this.reward = reward;
        this.out = out;
    }

    /** Writes the results to the file and says what was found; never throws for a mere difference. */
    public Report run(Project project, Path results) throws IOException {
        long began = System.nanoTime();
        var recording = Recording.read(SourceText.of(project.batch()));
        if (recording.tasks().isEmpty()) return nothing(project, recording);
        var template = SourceText.of(project.template());
        var before = EventCount.now(kafka);
        var heard = MoneyHeard.fromNow(kafka);
        var requesterAccount = operator.requester("Replay " + project.name());
        operator.deposit(requesterAccount.id(), deposit(recording).toPlainString());
        var requester = new RequesterSide(operator.api().as(requesterAccount.token()), crew, out);
        requester.awaitFunds();
        var workers = hire(recording);
        var batch = requester.publish(project, recording, template.text(), reward);
        var batchId = batch.path("batchId").asString();
        var work = plan(
                requester,
                recording,
                Checkboxes.in(template.text()),
                batch.path("batchId").asString(),
                workers);
        var assignments = work(work);
        requester.approve(assignments);
        var faults = new ArrayList<>(requester.awaitPaid(batchId, assignments.size()));
        faults.addAll(requester.results(recording, batchId, results));
        var money = money(requester, () -> heard.of(requesterAccount.id()), batch, workers);
        if (!money.adds()) faults.add("Money does not add up: " + money);
        var notes = new ArrayList<>(recording.notes());
        if (template.latin()) notes.add("The template is not UTF-8; it was read as Windows-1252.");
        batch.path("warnings").forEach(warning -> notes.add("Import: " + words(warning)));
        long reserved =
                work.stream().filter(one -> !FormBody.canCarry(one.answer())).count();
        if (reserved > 0)
            notes.add(
                    reserved
                            + " answers hold names that a form reserves (assignmentId, hitId, workerId, turkSubmitTo); sent as JSON.");
        return new Report(
                project.name(),
                recording.tasks().size(),
                assignments.size(),
                (int) work.stream().filter(Work::byForm).count(),
                work.stream()
                        .flatMap(one -> one.answer().fields().values().stream())
                        .mapToInt(List::size)
                        .sum(),
                recording.fields().size(),
                (System.nanoTime() - began) / 1e9,
                money.toString(),
                EventCount.now(kafka).since(before).toString(),
                results.toString(),
                notes,
                faults);
    }

    private static Report nothing(Project project, Recording recording) {
        var notes = new ArrayList<>(recording.notes());
        notes.add("The batch has no rows, so nothing was published.");
        return new Report(
                project.name(), 0, 0, 0, 0, recording.fields().size(), 0, "none", "none", "none", notes, List.of());
    }

    /** Reward and twice MTurk's usual fee for every place, and some more: what is left over is part of the sum. */
    private BigDecimal deposit(Recording recording) {
        var perPlace = reward.multiply(new BigDecimal("1.40")).add(new BigDecimal("0.02"));
        return perPlace.multiply(BigDecimal.valueOf(recording.answers()))
                .add(MARGIN)
                .setScale(2, RoundingMode.UP);
    }

    private List<Account> hire(Recording recording) {
        int count = Math.max(recording.workers(), Math.min(AT_ONCE, recording.answers()));
        var progress = new Progress(out, "workers hired", count);
        var hired = Collections.synchronizedList(new ArrayList<Account>());
        crew.each(
                IntStream.range(0, count).boxed().toList(),
                progress,
                number -> hired.add(operator.worker("Replay worker " + number, null, null)));
        progress.end();
        return List.copyOf(hired);
    }

    /** Who gives which recorded answer to which task: a distinct worker per row of a task, every second one by form. */
    private List<Work> plan(
            RequesterSide requester, Recording recording, Checkboxes boxes, String batchId, List<Account> workers) {
        var ids = requester.taskIds(batchId, recording);
        var plan = new ArrayList<Work>();
        int offset = 0;
        for (var task : recording.tasks()) {
            var taskId = ids.get(task.input());
            if (taskId == null)
                throw new IllegalStateException("The platform lists no task with the input " + task.input());
            for (int row = 0; row < task.answers().size(); row++) {
                var answer = boxes.ticked(task.answers().get(row), task.input());
                var worker = workers.get((offset + row) % workers.size());
                plan.add(new Work(taskId, worker.token(), answer, plan.size() % 2 == 1 && FormBody.canCarry(answer)));
            }
            offset++;
        }
        return plan;
    }

    private List<String> work(List<Work> plan) {
        var progress = new Progress(out, "answers submitted", plan.size());
        var assignments = Collections.synchronizedList(new ArrayList<String>());
        crew.each(plan, progress, work -> assignments.add(work.doIt(operator.api())));
        progress.end();
        return List.copyOf(assignments);
    }

    /** The balance is read again for a while when it does not add up: the events may be a little behind it. */
    private Money money(RequesterSide requester, Supplier<BigDecimal> in, JsonNode batch, List<Account> workers) {
        var paid = earned(workers);
        var fees = Money.of(batch.path("cost").path("fee"));
        var money = new Money(in.get(), paid, fees, requester.funds());
        for (int again = 0; !money.adds() && again < 10; again++) {
            Until.sleep(Duration.ofMillis(500));
            money = new Money(in.get(), paid, fees, requester.funds());
        }
        return money;
    }

    private BigDecimal earned(List<Account> workers) {
        var earned = Collections.synchronizedList(new ArrayList<BigDecimal>());
        crew.each(
                workers,
                new Progress(out, "", 0),
                worker -> earned.add(Money.of(operator.api()
                        .as(worker.token())
                        .get("/v1/worker/earnings")
                        .expect(200)
                        .json()
                        .path("rewards"))));
        return Money.sum(earned.stream());
    }

    private static String words(JsonNode warning) {
        return warning.isString() ? warning.asString() : warning.toString();
    }
}
