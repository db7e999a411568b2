package io.kempelen.task.task;

import io.kempelen.events.AnswersWanted;
import io.kempelen.events.AssignmentAbandoned;
import io.kempelen.events.AssignmentAccepted;
import io.kempelen.events.AssignmentApproved;
import io.kempelen.events.AssignmentRejected;
import io.kempelen.events.AssignmentReturned;
import io.kempelen.events.AssignmentSubmitted;
import io.kempelen.events.RewardPaid;
import io.kempelen.events.TaskClosed;
import io.kempelen.messaging.inbox.Inbox;
import io.kempelen.messaging.inbox.Received;
import io.kempelen.task.funds.FundsStreams;
import io.kempelen.task.task.domain.Facts.Fact;
import io.kempelen.task.task.domain.Growth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What is read about assignments, verdicts and money: one function per topic. */
@Configuration(proxyBeanMethods = false)
class TaskStreams {

    @Bean
    Consumer<Message<List<byte[]>>> assignments(Inbox inbox, CountingService counting) {
        return inbox.once(events -> counting.count(counting(events)));
    }

    @Bean
    Consumer<Message<List<byte[]>>> reviews(Inbox inbox, CountingService counting) {
        return inbox.once(events -> counting.count(counting(events)));
    }

    @Bean
    Consumer<Message<List<byte[]>>> payouts(Inbox inbox, CountingService counting, FundsStreams funds) {
        return inbox.once(events -> {
            funds.answers(events);
            counting.paid(paid(events));
        });
    }

    private static Counting counting(List<Received> events) {
        var facts = new ArrayList<Fact>();
        var closings = new ArrayList<Counting.Closing>();
        var wants = new ArrayList<Wants.Want>();
        for (var received : events) {
            switch (received.event()) {
                case AssignmentAccepted event -> facts.add(accepted(event));
                case AssignmentSubmitted event -> facts.add(submitted(event));
                case AssignmentReturned event -> facts.add(returned(event));
                case AssignmentAbandoned event -> facts.add(abandoned(event));
                case AssignmentApproved event -> facts.add(approved(event));
                case AssignmentRejected event -> facts.add(rejected(event));
                case TaskClosed event ->
                    closings.add(new Counting.Closing(event.getTaskId(), event.getClosing(), event.getNeverTaken()));
                case AnswersWanted event -> wants.add(want(event));
                default -> {} // qualifications, blocks, results and rework change no counter
            }
        }
        return new Counting(facts, closings, wants);
    }

    private static Fact accepted(AssignmentAccepted event) {
        return new Fact.Accepted(
                event.getAssignmentId(),
                event.getTaskId(),
                event.getRequesterId(),
                event.getWorkerId(),
                event.getAcceptedAt(),
                event.getDeadline());
    }

    private static Fact submitted(AssignmentSubmitted event) {
        var answer = event.getAnswer().duplicate();
        var bytes = new byte[answer.remaining()];
        answer.get(bytes);
        return new Fact.Submitted(
                event.getAssignmentId(),
                event.getTaskId(),
                event.getRequesterId(),
                event.getWorkerId(),
                event.getBatchId(),
                event.getAcceptedAt(),
                event.getSubmittedAt(),
                event.getAutoApprovalDelaySeconds(),
                bytes,
                event.getAnswerKeyId());
    }

    private static Fact returned(AssignmentReturned event) {
        return new Fact.GivenBack(
                event.getAssignmentId(),
                event.getTaskId(),
                event.getRequesterId(),
                event.getWorkerId(),
                event.getReturnedAt(),
                event.getPlaceReleased());
    }

    private static Fact abandoned(AssignmentAbandoned event) {
        return new Fact.GivenBack(
                event.getAssignmentId(),
                event.getTaskId(),
                event.getRequesterId(),
                event.getWorkerId(),
                event.getAbandonedAt(),
                event.getPlaceReleased());
    }

    private static Fact approved(AssignmentApproved event) {
        return new Fact.Approved(
                event.getAssignmentId(),
                event.getTaskId(),
                event.getRequesterId(),
                event.getWorkerId(),
                event.getApprovedAt(),
                event.getNumber(),
                event.getFeedback());
    }

    private static Fact rejected(AssignmentRejected event) {
        return new Fact.Rejected(
                event.getAssignmentId(),
                event.getTaskId(),
                event.getRequesterId(),
                event.getWorkerId(),
                event.getRejectedAt(),
                event.getNumber(),
                event.getFeedback());
    }

    private static Wants.Want want(AnswersWanted event) {
        var reason = switch (event.getReason()) {
            case REJECTED -> Growth.REJECTED;
            case CONFIDENCE -> Growth.CONFIDENCE;
            case OTHER -> Growth.OTHER;
        };
        return new Wants.Want(event.getWantId(), event.getTaskId(), event.getCount(), reason, event.getWantedAt());
    }

    private static List<AssignmentFacts.Paid> paid(List<Received> events) {
        return events.stream()
                .filter(received -> received.event() instanceof RewardPaid)
                .map(received -> (RewardPaid) received.event())
                .map(event -> new AssignmentFacts.Paid(
                        event.getAssignmentId(),
                        event.getTaskId(),
                        event.getBatchId(),
                        event.getRequesterId(),
                        event.getWorkerId(),
                        event.getPaidAt()))
                .toList();
    }
}
