package io.kempelen.task.result;

import io.kempelen.task.batch.domain.Batch;
import io.kempelen.task.result.domain.ApprovalRates;
import io.kempelen.task.result.domain.MturkCsv;
import io.kempelen.task.result.domain.ResultLine;
import io.kempelen.task.task.TaskInputs;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/** Writes the results of a batch as MTurk's CSV. */
@Component
class CsvResults {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setQuoteMode(org.apache.commons.csv.QuoteMode.ALL)
            .get();

    private final ResultPages pages;
    private final ResultRows rows;
    private final TaskInputs inputs;
    private final InstantSource clock;

    CsvResults(ResultPages pages, ResultRows rows, TaskInputs inputs, InstantSource clock) {
        this.pages = pages;
        this.rows = rows;
        this.inputs = inputs;
        this.clock = clock;
    }

    void write(Batch batch, OutputStream out) throws IOException {
        var csv = new MturkCsv(inputNames(batch), rows.fields(batch.batchId()));
        var printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FORMAT);
        printer.printRecord(csv.header());
        var known = new HashMap<String, ApprovalRates>();
        pages.walk(batch, page -> {
            learn(batch, page.lines(), known);
            for (var line : page.lines()) {
                var whole = line.with(page.input(line).values());
                var rates = known.getOrDefault(line.workerId(), ApprovalRates.NONE);
                if (csv.covers(whole)) printer.printRecord(csv.row(page.task(line), whole, rates));
            }
            printer.flush();
        });
        printer.flush();
    }

    /** In the file's order; rows after the first of a task go by numbered names. */
    private List<String> inputNames(Batch batch) {
        var columns = batch.columnsId() == null ? List.<String>of() : inputs.columns(batch.columnsId());
        var names = new ArrayList<>(columns);
        for (int row = 2; row <= rows.rowsPerTask(batch.batchId()); row++) {
            for (var column : columns) names.add(column + "_" + row);
        }
        return names;
    }

    private void learn(Batch batch, List<ResultLine> lines, Map<String, ApprovalRates> known) {
        var unknown = lines.stream()
                .map(ResultLine::workerId)
                .distinct()
                .filter(id -> !known.containsKey(id))
                .toList();
        if (unknown.isEmpty()) return;
        var rates = rows.rates(batch.requesterId(), unknown, clock.instant());
        unknown.forEach(id -> known.put(id, rates.getOrDefault(id, ApprovalRates.NONE)));
    }
}
