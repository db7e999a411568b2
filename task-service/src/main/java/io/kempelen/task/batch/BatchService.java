package io.kempelen.task.batch;

import io.kempelen.messaging.id.Ids;
import io.kempelen.task.batch.domain.BadFile;
import io.kempelen.task.batch.domain.Batch;
import io.kempelen.task.funds.FundsService;
import io.kempelen.task.funds.domain.Ask;
import io.kempelen.task.funds.domain.Line;
import io.kempelen.task.project.domain.Project;
import io.kempelen.task.question.Questions;
import io.kempelen.task.question.domain.Placeholders;
import io.kempelen.task.task.TaskInputs;
import io.kempelen.task.task.domain.Task;
import io.kempelen.task.tasktype.Accounts;
import io.kempelen.task.tasktype.TaskTypes;
import io.kempelen.task.tasktype.domain.TaskType;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Takes files: read, decomposed, funded as a whole or not at all. */
@Service
class BatchService {

    private static final int MOST_WARNINGS = 50;
    private static final int LONGEST_NAME = 80;

    private final Batches batches;
    private final BatchImport imports;
    private final InputRows rows;
    private final TaskInputs inputs;
    private final TaskTypes types;
    private final Accounts accounts;
    private final Questions questions;
    private final FundsService funds;
    private final BatchPublishingService publishing;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Ids ids;
    private final InstantSource clock;

    BatchService(
            Batches batches,
            BatchImport imports,
            InputRows rows,
            TaskInputs inputs,
            TaskTypes types,
            Accounts accounts,
            Questions questions,
            FundsService funds,
            BatchPublishingService publishing,
            TransactionTemplate transaction,
            JsonMapper json,
            Ids ids,
            InstantSource clock) {
        this.batches = batches;
        this.imports = imports;
        this.rows = rows;
        this.inputs = inputs;
        this.types = types;
        this.accounts = accounts;
        this.questions = questions;
        this.funds = funds;
        this.publishing = publishing;
        this.transaction = transaction;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** Reads the file to its end, asks for all the money and waits for the answer. {@code claim} runs with the batch's id, first. */
    BatchOutcome publish(Project project, InputStream file, Consumer<String> claim) throws IOException {
        var type = types.findByTaskTypeId(project.taskTypeId()).orElseThrow();
        var own = accounts.currency(project.requesterId());
        if (!own.equals(type.currency())) return new BatchOutcome.OtherCurrency(own, type.currency());
        var batch = begin(project, type, claim);
        var ask = ask(batch, project, file);
        var answer = funds.await(ask.askId());
        return switch (answer.status()) {
            case HELD -> funded(batch.batchId());
            case DECLINED -> declined(answer);
            case WITHDRAWN, ASKED -> new BatchOutcome.NoAnswer();
        };
    }

    /** What the account is in may have become known only after the question was asked. */
    private BatchOutcome declined(Ask ask) {
        var own = accounts.currency(ask.requesterId());
        return own.equals(ask.currency())
                ? new BatchOutcome.Declined(
                        Objects.requireNonNullElse(ask.required(), 0L),
                        Objects.requireNonNullElse(ask.available(), 0L),
                        ask.currency())
                : new BatchOutcome.OtherCurrency(own, ask.currency());
    }

    /** A small batch is published before its requester hears of it. */
    private BatchOutcome funded(String batchId) {
        publishing.publishSome(batchId);
        return new BatchOutcome.Funded(batches.findByBatchId(batchId).orElseThrow());
    }

    private Batch begin(Project project, TaskType type, Consumer<String> claim) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var batch = Batch.importing(
                    ids.next(), project.projectId(), project.requesterId(), type.currency(), clock.instant());
            claim.accept(batch.batchId());
            return batches.save(batch);
        }));
    }

    private Ask ask(Batch batch, Project project, InputStream file) throws IOException {
        boolean asked = false;
        try {
            var read = imports.read(batch, project, file);
            var ask = Objects.requireNonNull(transaction.execute(status -> decompose(batch, project, read)));
            asked = true;
            return ask;
        } finally {
            if (!asked) discard(batch.batchId());
        }
    }

    private void discard(String batchId) {
        transaction.executeWithoutResult(status -> {
            rows.drop(batchId);
            batches.discard(batchId);
        });
    }

    private Ask decompose(Batch batch, Project project, BatchImport.Read read) {
        if (batches.lock(batch.batchId()).isEmpty()) throw tooMany("its upload took too long. Send it again.");
        var type = types.findByTaskTypeId(project.taskTypeId()).orElseThrow();
        if (rows.mostPlaces(batch.batchId()) > Task.MOST_PLACES)
            throw tooMany("a task would have more than " + Task.MOST_PLACES + " places.");
        var columnsId = inputs.keepColumns(read.columns());
        int tasks = rows.decompose(BatchTask.pattern(batch, project, type, columnsId), batch.batchId());
        if (tasks == 0) throw tooMany("no text is left of its rows, so there is nothing to do.");
        var shapes = rows.shapes(batch.batchId());
        long places = shapes.stream()
                .mapToLong(shape -> (long) shape.places() * shape.tasks())
                .sum();
        if (places > Integer.MAX_VALUE)
            throw tooMany("it has " + places + " places in all, but at most " + Integer.MAX_VALUE + " fit.");
        long rewards = rewards(places, type.reward());
        var words = json.writeValueAsString(warnings(project, read.columns()));
        batches.update(batch.funding(columnsId, read.rows(), tasks, (int) places, rewards, words));
        return funds.ask(new FundsService.Wish(
                Ask.Purpose.BATCH,
                batch.requesterId(),
                batch.batchId(),
                batch.batchId(),
                (int) places,
                null,
                type.currency(),
                shapes.stream()
                        .map(shape -> Line.asked(type.reward(), shape.places() * shape.tasks(), shape.places()))
                        .toList()));
    }

    private static long rewards(long places, long reward) {
        try {
            return Math.multiplyExact(places, reward);
        } catch (ArithmeticException uncountable) {
            throw tooMany("its " + places + " places cost more in all than can be counted.");
        }
    }

    private static BadFile tooMany(String sentence) {
        return new BadFile(0, 1, null, "the file cannot be taken: " + sentence);
    }

    private List<String> warnings(Project project, List<String> columns) {
        var template =
                questions.findByVersion(project.templateVersion()).orElseThrow().body();
        return Placeholders.unknown(template, columns).stream()
                .limit(MOST_WARNINGS)
                .map(name -> name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name)
                .map(name -> "The template's ${" + name + "} has no column in the file and stays as it is.")
                .toList();
    }
}
