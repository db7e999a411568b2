package io.kempelen.task.result.domain;

import io.kempelen.task.task.domain.Standing;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** MTurk's results file, column by column: its readers match the header exactly. */
public record MturkCsv(List<String> inputs, List<String> answers) {

    private static final List<String> FIXED = List.of(
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

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss zzz yyyy", Locale.US)
            .withZone(java.time.ZoneId.of("UTC"));

    public List<String> header() {
        var header = new ArrayList<>(FIXED);
        inputs.forEach(name -> header.add("Input." + name));
        answers.forEach(name -> header.add("Answer." + name));
        header.add("Approve");
        header.add("Reject");
        return header;
    }

    /** False for an answer that came after the header was written and has a field the header has not. */
    public boolean covers(ResultLine line) {
        return answers.containsAll(line.answers().keySet());
    }

    public List<String> row(ResultTask task, ResultLine line, ApprovalRates rates) {
        var row = new ArrayList<>(List.of(
                task.taskId(),
                task.taskTypeId(),
                task.title(),
                task.description(),
                task.keywords(),
                money(task),
                time(task.createdAt()),
                String.valueOf(task.places()),
                task.annotation() == null ? "" : task.annotation(),
                String.valueOf(task.assignmentDurationSeconds()),
                String.valueOf(task.autoApprovalDelaySeconds()),
                time(task.expiresAt()),
                "",
                String.valueOf(task.lifetimeSeconds())));
        row.addAll(List.of(
                line.assignmentId(),
                line.workerId(),
                status(line.standing()),
                time(line.acceptedAt()),
                time(line.submittedAt()),
                time(line.autoApprovalAt()),
                time(line.approvedAt()),
                time(line.rejectedAt()),
                line.feedback() == null ? "" : line.feedback(),
                String.valueOf(line.workSeconds()),
                rates.lifetime().words(),
                rates.days30().words(),
                rates.days7().words()));
        for (var name : inputs) row.add(line.input().getOrDefault(name, ""));
        for (var name : answers) row.add(String.join("|", line.answers().getOrDefault(name, List.of())));
        row.add("");
        row.add("");
        return row;
    }

    private static String money(ResultTask task) {
        return task.currency().equals("USD") ? "$" + task.reward() : task.reward() + " " + task.currency();
    }

    private static String status(Standing standing) {
        return switch (standing) {
            case APPROVED -> "Approved";
            case REJECTED -> "Rejected";
            case UNKNOWN, PENDING, GIVEN_BACK, GIVEN_BACK_AND_RELEASED, SUBMITTED -> "Submitted";
        };
    }

    static String time(@Nullable Instant at) {
        return at == null ? "" : TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
