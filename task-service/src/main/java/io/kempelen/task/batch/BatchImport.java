package io.kempelen.task.batch;

import io.kempelen.messaging.id.Ids;
import io.kempelen.task.batch.domain.BadFile;
import io.kempelen.task.batch.domain.Batch;
import io.kempelen.task.project.Decompositions;
import io.kempelen.task.project.domain.Project;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Streams a file into rows, some at a time, so that neither memory nor a transaction grows with the file or waits for its sender. */
@Component
class BatchImport {

    private static final int ROWS_AT_ONCE = 500;
    private static final long CHARS_AT_ONCE = 4_000_000;

    private final InputRows rows;
    private final Decompositions decompositions;
    private final TransactionTemplate transaction;
    private final Ids ids;

    BatchImport(InputRows rows, Decompositions decompositions, TransactionTemplate transaction, Ids ids) {
        this.rows = rows;
        this.decompositions = decompositions;
        this.transaction = transaction;
        this.ids = ids;
    }

    /** What a file had. */
    record Read(List<String> columns, int rows) {}

    /** @throws BadFile at the first row that cannot be taken; what was read before is still there and is to be dropped */
    Read read(Batch batch, Project project, InputStream bytes) throws IOException {
        var file = CsvFile.open(bytes);
        var decomposer = new Decomposer(
                decompositions.read(project.decomposition()), file.columns(), project.placesPerTask(), ids::next);
        var chunk = new ArrayList<InputRow>();
        long chars = 0;
        int count = 0;
        for (var row = file.next(); row.isPresent(); row = file.next()) {
            count++;
            for (var one : decomposer.rows(row.get())) {
                chunk.add(one);
                chars += one.cells().stream().mapToLong(String::length).sum();
            }
            if (chunk.size() >= ROWS_AT_ONCE || chars >= CHARS_AT_ONCE) {
                save(batch, chunk);
                chars = 0;
            }
        }
        save(batch, chunk);
        if (count == 0) throw new BadFile(0, 1, null, "the file has a header but no rows.");
        return new Read(file.columns().shown().names(), count);
    }

    private void save(Batch batch, List<InputRow> chunk) {
        if (chunk.isEmpty()) return;
        transaction.executeWithoutResult(status -> rows.save(batch.batchId(), chunk));
        chunk.clear();
    }
}
