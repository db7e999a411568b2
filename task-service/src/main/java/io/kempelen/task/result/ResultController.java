package io.kempelen.task.result;

import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import io.kempelen.task.batch.Batches;
import io.kempelen.task.batch.domain.Batch;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Results over HTTP, streamed. */
@RestController
class ResultController {

    private static final int BUFFER = 1 << 16;

    private final Batches batches;
    private final CsvResults csv;
    private final JsonResults jsonLines;

    ResultController(Batches batches, CsvResults csv, JsonResults jsonLines) {
        this.batches = batches;
        this.csv = csv;
        this.jsonLines = jsonLines;
    }

    @GetMapping("/v1/batches/{batchId}/results.csv")
    void csv(@PathVariable String batchId, Caller caller, HttpServletResponse response) throws IOException {
        var batch = own(caller, batchId);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"Batch_" + batchId + "_results.csv\"");
        try (var out = new BufferedOutputStream(response.getOutputStream(), BUFFER)) {
            csv.write(batch, out);
        }
    }

    @GetMapping("/v1/batches/{batchId}/results.jsonl")
    void jsonLines(@PathVariable String batchId, Caller caller, HttpServletResponse response) throws IOException {
        var batch = own(caller, batchId);
        response.setContentType("application/x-ndjson;charset=UTF-8");
        try (var out = new BufferedOutputStream(response.getOutputStream(), BUFFER)) {
            jsonLines.write(batch, out);
        }
    }

    private Batch own(Caller caller, String batchId) {
        caller.require(Role.REQUESTER);
        return batches.findByBatchIdAndRequesterId(batchId, caller.accountId())
                .filter(Batch::visible)
                .orElseThrow(() -> Problem.notFound("batch", batchId).exception());
    }
}
