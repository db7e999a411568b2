package io.kempelen.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A results file as MTurk's users read it: by header. */
record ResultsCsv(List<String> header, List<Map<String, String>> rows) {

    /** The columns before the inputs and answers, in MTurk's order. */
    static final List<String> MTURK = List.of(
            "HITId",
            "HITTypeId",
            "Title",
            "Description",
            "Keywords",
            "Reward",
            "CreationTime",
            "MaxAssignments",
            "RequesterAnnotation",
            "AssignmentDurationInSeconds",
            "AutoApprovalDelayInSeconds",
            "Expiration",
            "NumberOfSimilarHITs",
            "LifetimeInSeconds",
            "AssignmentId",
            "WorkerId",
            "AssignmentStatus",
            "AcceptTime",
            "SubmitTime",
            "AutoApprovalTime",
            "ApprovalTime",
            "RejectionTime",
            "RequesterFeedback",
            "WorkTimeInSeconds",
            "LifetimeApprovalRate",
            "Last30DaysApprovalRate",
            "Last7DaysApprovalRate");

    static ResultsCsv of(Person requester, String batchId) {
        return parse(requester
                .client()
                .get("/v1/batches/" + batchId + "/results.csv")
                .expect(200)
                .text());
    }

    static ResultsCsv parse(String text) {
        var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var format = CSVFormat.RFC4180.builder().setHeader().get();
        try (var parser = CSVParser.parse(plain, format)) {
            return new ResultsCsv(
                    parser.getHeaderNames(),
                    parser.stream().map(CSVRecord::toMap).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> of(String assignmentId) {
        return rows.stream()
                .filter(row -> assignmentId.equals(row.get("AssignmentId")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row of " + assignmentId));
    }
}
