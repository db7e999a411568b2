package io.kempelen.review.sitting;

import io.kempelen.events.AnswersWanted;
import io.kempelen.events.AssignmentApproved;
import io.kempelen.events.AssignmentRejected;
import io.kempelen.events.DecidedBy;
import io.kempelen.events.Money;
import io.kempelen.events.RejectionReason;
import io.kempelen.events.ResultDecided;
import io.kempelen.events.WantedReason;
import io.kempelen.messaging.outbox.Keyed;
import io.kempelen.messaging.outbox.Outbox;
import io.kempelen.review.answer.domain.Answer;
import io.kempelen.review.consensus.domain.Majority;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decisions as events of kempelen.reviews. */
@Component
class ReviewPublisher {

    private final Outbox outbox;

    ReviewPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    List<UUID> publish(List<News> news) {
        return outbox.appendAll(news.stream().map(ReviewPublisher::event).toList());
    }

    private static Keyed event(News told) {
        return switch (told) {
            case News.Approved news -> new Keyed(news.answer().taskId(), approved(news.answer()));
            case News.Rejected news -> new Keyed(news.answer().taskId(), rejected(news.answer()));
            case News.Wanted wanted -> new Keyed(wanted.taskId(), wanted(wanted));
            case News.Found found -> new Keyed(found.taskId(), found(found));
        };
    }

    private static AssignmentApproved approved(Answer answer) {
        return AssignmentApproved.newBuilder()
                .setAssignmentId(answer.assignmentId())
                .setTaskId(answer.taskId())
                .setBatchId(answer.batchId())
                .setWorkerId(answer.workerId())
                .setRequesterId(answer.requesterId())
                .setFundsId(answer.fundsId())
                .setReward(new Money(answer.reward(), answer.currency()))
                .setFee(new Money(answer.fee(), answer.currency()))
                .setDecidedBy(by(answer))
                .setFeedback(answer.feedback())
                .setOverridesRejection(answer.overridden())
                .setNumber(number(answer))
                .setApprovedAt(at(answer.decidedAt()))
                .build();
    }

    private static AssignmentRejected rejected(Answer answer) {
        return AssignmentRejected.newBuilder()
                .setAssignmentId(answer.assignmentId())
                .setTaskId(answer.taskId())
                .setBatchId(answer.batchId())
                .setWorkerId(answer.workerId())
                .setRequesterId(answer.requesterId())
                .setFundsId(answer.fundsId())
                .setReward(new Money(answer.reward(), answer.currency()))
                .setFee(new Money(answer.fee(), answer.currency()))
                .setDecidedBy(by(answer))
                .setReason(RejectionReason.valueOf(
                        Objects.requireNonNull(answer.reason()).name()))
                .setFeedback(Objects.requireNonNullElse(answer.feedback(), ""))
                .setNumber(number(answer))
                .setRejectedAt(at(answer.decidedAt()))
                .build();
    }

    private static AnswersWanted wanted(News.Wanted wanted) {
        return AnswersWanted.newBuilder()
                .setWantId(wanted.rejectedId())
                .setTaskId(wanted.taskId())
                .setRequesterId(wanted.requesterId())
                .setCount(1)
                .setReason(WantedReason.REJECTED)
                .setWantedAt(wanted.at())
                .build();
    }

    private static ResultDecided found(News.Found news) {
        var finding = news.finding();
        return ResultDecided.newBuilder()
                .setTaskId(news.taskId())
                .setBatchId(news.batchId())
                .setRequesterId(news.requesterId())
                .setLabel(ByteBuffer.wrap(finding.label().getBytes(StandardCharsets.UTF_8)))
                .setConfidence(finding.share())
                .setModel(Majority.MODEL)
                .setAnswersUsed(finding.heard())
                .setNumber(finding.number())
                .setDecidedAt(finding.at())
                .build();
    }

    private static DecidedBy by(Answer answer) {
        return DecidedBy.valueOf(Objects.requireNonNull(answer.decidedBy()).name());
    }

    private static long number(Answer answer) {
        return Objects.requireNonNull(answer.verdictNumber());
    }

    private static Instant at(@Nullable Instant at) {
        return Objects.requireNonNull(at);
    }
}
