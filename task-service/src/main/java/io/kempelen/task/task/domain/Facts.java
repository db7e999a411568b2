package io.kempelen.task.task.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of an assignment. Facts come over several topics, in any order between them, so each is kept where it
 * belongs and the standing follows from all of them: whatever the order, the end is the same.
 */
public record Facts(
        String assignmentId,
        String taskId,
        @Nullable String batchId,
        String requesterId,
        String workerId,
        @Nullable Instant acceptedAt,
        @Nullable Instant deadline,
        @Nullable Instant givenBackAt,
        boolean placeReleased,
        @Nullable Instant submittedAt,
        @Nullable Long autoApprovalDelaySeconds,
        byte @Nullable [] answer,
        @Nullable String answerKeyId,
        @Nullable Instant approvedAt,
        @Nullable Long approvedNo,
        @Nullable Instant rejectedAt,
        @Nullable Long rejectedNo,
        @Nullable String feedback) {

    /** One thing learned of an assignment. */
    public sealed interface Fact {
        String assignmentId();

        String taskId();

        String requesterId();

        String workerId();

        record Accepted(
                String assignmentId, String taskId, String requesterId, String workerId, Instant at, Instant deadline)
                implements Fact {}

        record GivenBack(
                String assignmentId, String taskId, String requesterId, String workerId, Instant at, boolean released)
                implements Fact {}

        record Submitted(
                String assignmentId,
                String taskId,
                String requesterId,
                String workerId,
                @Nullable String batchId,
                Instant acceptedAt,
                Instant at,
                long autoApprovalDelaySeconds,
                byte[] answer,
                @Nullable String answerKeyId)
                implements Fact {}

        record Approved(
                String assignmentId,
                String taskId,
                String requesterId,
                String workerId,
                Instant at,
                long number,
                @Nullable String feedback)
                implements Fact {}

        record Rejected(
                String assignmentId,
                String taskId,
                String requesterId,
                String workerId,
                Instant at,
                long number,
                String feedback)
                implements Fact {}
    }

    public static Facts none(Fact first) {
        return new Facts(
                first.assignmentId(),
                first.taskId(),
                null,
                first.requesterId(),
                first.workerId(),
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public Facts with(Fact fact) {
        return switch (fact) {
            case Fact.Accepted it -> accepted(it.at(), it.deadline());
            case Fact.GivenBack it -> givenBack(it.at(), it.released());
            case Fact.Submitted it -> submitted(it);
            case Fact.Approved it -> approved(it);
            case Fact.Rejected it -> rejected(it);
        };
    }

    /** A verdict stands without its answer: the answer is on its way. Of two verdicts the higher number counts. */
    public Standing standing() {
        if (approvedNo != null && (rejectedNo == null || rejectedNo < approvedNo)) return Standing.APPROVED;
        if (rejectedNo != null) return Standing.REJECTED;
        if (submittedAt != null) return Standing.SUBMITTED;
        if (givenBackAt != null) return placeReleased ? Standing.GIVEN_BACK_AND_RELEASED : Standing.GIVEN_BACK;
        return acceptedAt == null ? Standing.UNKNOWN : Standing.PENDING;
    }

    public Change since(@Nullable Standing before) {
        return Change.from(before == null ? Standing.UNKNOWN : before, standing());
    }

    public Facts inBatch(String batch) {
        return new Facts(
                assignmentId,
                taskId,
                batch,
                requesterId,
                workerId,
                acceptedAt,
                deadline,
                givenBackAt,
                placeReleased,
                submittedAt,
                autoApprovalDelaySeconds,
                answer,
                answerKeyId,
                approvedAt,
                approvedNo,
                rejectedAt,
                rejectedNo,
                feedback);
    }

    private Facts accepted(Instant at, Instant until) {
        return new Facts(
                assignmentId,
                taskId,
                batchId,
                requesterId,
                workerId,
                at,
                until,
                givenBackAt,
                placeReleased,
                submittedAt,
                autoApprovalDelaySeconds,
                answer,
                answerKeyId,
                approvedAt,
                approvedNo,
                rejectedAt,
                rejectedNo,
                feedback);
    }

    private Facts givenBack(Instant at, boolean released) {
        return new Facts(
                assignmentId,
                taskId,
                batchId,
                requesterId,
                workerId,
                acceptedAt,
                deadline,
                at,
                released,
                submittedAt,
                autoApprovalDelaySeconds,
                answer,
                answerKeyId,
                approvedAt,
                approvedNo,
                rejectedAt,
                rejectedNo,
                feedback);
    }

    private Facts submitted(Fact.Submitted it) {
        return new Facts(
                assignmentId,
                taskId,
                it.batchId(),
                requesterId,
                workerId,
                it.acceptedAt(),
                deadline,
                givenBackAt,
                placeReleased,
                it.at(),
                it.autoApprovalDelaySeconds(),
                it.answer(),
                it.answerKeyId(),
                approvedAt,
                approvedNo,
                rejectedAt,
                rejectedNo,
                feedback);
    }

    private Facts approved(Fact.Approved it) {
        return new Facts(
                assignmentId,
                taskId,
                batchId,
                requesterId,
                workerId,
                acceptedAt,
                deadline,
                givenBackAt,
                placeReleased,
                submittedAt,
                autoApprovalDelaySeconds,
                answer,
                answerKeyId,
                it.at(),
                it.number(),
                rejectedAt,
                rejectedNo,
                latest(rejectedNo, it.number(), it.feedback()));
    }

    private Facts rejected(Fact.Rejected it) {
        return new Facts(
                assignmentId,
                taskId,
                batchId,
                requesterId,
                workerId,
                acceptedAt,
                deadline,
                givenBackAt,
                placeReleased,
                submittedAt,
                autoApprovalDelaySeconds,
                answer,
                answerKeyId,
                approvedAt,
                approvedNo,
                it.at(),
                it.number(),
                latest(approvedNo, it.number(), it.feedback()));
    }

    private @Nullable String latest(@Nullable Long otherNumber, long number, @Nullable String words) {
        return otherNumber != null && otherNumber > number ? feedback : words;
    }
}
