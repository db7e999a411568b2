package io.kempelen.task.result;

import io.kempelen.task.batch.domain.Batch;
import io.kempelen.task.result.domain.ResultLine;
import io.kempelen.task.result.domain.ResultTask;
import io.kempelen.task.task.TaskInputs;
import io.kempelen.task.task.domain.Input;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Walks through the results of a batch, page by page. */
@Component
class ResultPages {

    private static final int ROWS_AT_ONCE = 500;

    private final ResultRows rows;
    private final TaskInputs inputs;

    ResultPages(ResultRows rows, TaskInputs inputs) {
        this.rows = rows;
        this.inputs = inputs;
    }

    /** One page: its answers, and the tasks they belong to. */
    record ResultPage(List<ResultLine> lines, Map<String, ResultTask> tasks, Map<String, Input> inputs) {

        ResultTask task(ResultLine line) {
            return Objects.requireNonNull(tasks.get(line.taskId()));
        }

        Input input(ResultLine line) {
            return inputs.getOrDefault(line.taskId(), Input.NONE);
        }
    }

    /** What is done with a page. */
    interface Taker {
        void take(ResultPage page) throws IOException;
    }

    void walk(Batch batch, Taker taker) throws IOException {
        var columns = batch.columnsId() == null ? List.<String>of() : inputs.columns(batch.columnsId());
        var lines = rows.page(batch.batchId(), "", "", ROWS_AT_ONCE);
        while (!lines.isEmpty()) {
            var taskIds = lines.stream().map(ResultLine::taskId).distinct().toList();
            var values = new java.util.HashMap<String, Input>();
            inputs.rows(taskIds).forEach((id, cells) -> values.put(id, new Input(columns, cells)));
            taker.take(new ResultPage(lines, rows.tasks(taskIds), values));
            var last = lines.getLast();
            lines = rows.page(batch.batchId(), last.taskId(), last.assignmentId(), ROWS_AT_ONCE);
        }
    }
}
