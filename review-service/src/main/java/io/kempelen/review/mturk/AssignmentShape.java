package io.kempelen.review.mturk;

import io.kempelen.messaging.id.PublicId;
import io.kempelen.messaging.web.Amounts;
import io.kempelen.review.answer.AnswerBody;
import io.kempelen.review.answer.domain.Answer;
import io.kempelen.review.docket.domain.Docket;
import io.kempelen.review.task.Task;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Assignments and what is known here of their HITs, in MTurk's words; absent members are absent. */
final class AssignmentShape {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MILLI_DIGITS = 3;

    private AssignmentShape() {}

    static Map<String, Object> assignment(Answer answer, @Nullable Task task) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("AssignmentId", answer.assignmentId());
        shape.put("WorkerId", answer.workerId());
        shape.put("HITId", answer.taskId());
        shape.put(
                "AssignmentStatus",
                switch (answer.status()) {
                    case SUBMITTED -> "Submitted";
                    case APPROVED -> "Approved";
                    case REJECTED -> "Rejected";
                });
        shape.put("AutoApprovalTime", seconds(answer.dueAt()));
        shape.put("AcceptTime", seconds(answer.acceptedAt()));
        shape.put("SubmitTime", seconds(answer.submittedAt()));
        if (task != null) {
            shape.put("Deadline", seconds(answer.acceptedAt().plusSeconds(task.assignmentDurationSeconds())));
        }
        decision(answer, shape);
        AnswerBody.fields(answer).ifPresent(fields -> shape.put("Answer", QuestionFormAnswers.xml(fields)));
        return shape;
    }

    private static void decision(Answer answer, Map<String, Object> shape) {
        var at = answer.decidedAt();
        if (at != null)
            shape.put(answer.status() == Answer.Status.APPROVED ? "ApprovalTime" : "RejectionTime", seconds(at));
        if (answer.feedback() != null) shape.put("RequesterFeedback", answer.feedback());
    }

    /** The HIT without its question and its state, which only task-service knows. */
    static Map<String, Object> hit(Task task, Docket docket) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("HITId", task.taskId());
        shape.put("HITTypeId", task.taskTypeId());
        shape.put("HITGroupId", group(task.taskTypeId()));
        shape.put("CreationTime", seconds(task.publishedAt()));
        shape.put("Title", task.title());
        shape.put("Description", task.description());
        if (!task.keywords().isEmpty()) shape.put("Keywords", task.keywords());
        if (docket.disposedAt() != null) shape.put("HITStatus", "Disposed");
        shape.put("MaxAssignments", docket.places().all());
        shape.put("Reward", Amounts.format(task.reward(), task.currency()));
        shape.put("AutoApprovalDelayInSeconds", task.autoApprovalDelaySeconds());
        shape.put("Expiration", seconds(task.expiresAt()));
        shape.put("AssignmentDurationInSeconds", task.assignmentDurationSeconds());
        shape.put("QualificationRequirements", JSON.readTree(task.requirements()));
        shape.put(
                "NumberOfAssignmentsCompleted",
                docket.counts().approved() + docket.counts().rejected());
        return shape;
    }

    /** The same id as task-service gives: groups of equal HITs have no row of their own. */
    private static String group(String taskTypeId) {
        return PublicId.spell(UUID.nameUUIDFromBytes(("group:" + taskTypeId).getBytes(StandardCharsets.UTF_8)));
    }

    private static BigDecimal seconds(Instant at) {
        return BigDecimal.valueOf(at.toEpochMilli(), MILLI_DIGITS);
    }
}
