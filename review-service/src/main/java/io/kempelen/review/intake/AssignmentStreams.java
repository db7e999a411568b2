package io.kempelen.review.intake;

import io.kempelen.events.AssignmentAbandoned;
import io.kempelen.events.AssignmentAccepted;
import io.kempelen.events.AssignmentReturned;
import io.kempelen.events.AssignmentSubmitted;
import io.kempelen.events.TaskClosed;
import io.kempelen.messaging.inbox.Inbox;
import io.kempelen.messaging.inbox.Received;
import io.kempelen.review.answer.AnswerBody;
import io.kempelen.review.answer.domain.Answer;
import io.kempelen.review.task.Working;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What review-service learns of assignments: the answers, and the places that will get none. */
@Configuration(proxyBeanMethods = false)
class AssignmentStreams {

    @Bean
    Consumer<Message<List<byte[]>>> assignments(Inbox inbox, IntakeService intake) {
        return inbox.once(events -> {
            var delivery = new Delivery();
            events.forEach(received -> take(delivery, received));
            intake.apply(delivery);
        });
    }

    private static void take(Delivery delivery, Received received) {
        var id = received.id();
        switch (received.event()) {
            case AssignmentAccepted accepted ->
                delivery.accepted.add(new Working(
                        accepted.getAssignmentId(),
                        accepted.getTaskId(),
                        accepted.getWorkerId(),
                        accepted.getRequesterId()));
            case AssignmentSubmitted submitted -> {
                delivery.submitted.add(answer(submitted));
                delivery.ended.add(submitted.getAssignmentId());
            }
            case AssignmentReturned returned -> {
                delivery.ended.add(returned.getAssignmentId());
                if (returned.getPlaceReleased()) {
                    delivery.places.add(release(id, returned.getTaskId(), returned.getRequesterId()));
                }
            }
            case AssignmentAbandoned abandoned -> {
                delivery.ended.add(abandoned.getAssignmentId());
                if (abandoned.getPlaceReleased()) {
                    delivery.places.add(release(id, abandoned.getTaskId(), abandoned.getRequesterId()));
                }
            }
            case TaskClosed closed ->
                delivery.places.add(new PlaceChange(
                        id,
                        closed.getTaskId(),
                        closed.getRequesterId(),
                        docket -> docket.close(closed.getNeverTaken())));
            default -> {} // qualifications and blocks bind later accepts, not answers
        }
    }

    private static PlaceChange release(UUID id, String taskId, String requesterId) {
        return new PlaceChange(id, taskId, requesterId, docket -> docket.release(1));
    }

    private static Answer answer(AssignmentSubmitted event) {
        var keyId = event.getAnswerKeyId();
        var body = new byte[event.getAnswer().remaining()];
        event.getAnswer().duplicate().get(body);
        return new Answer(
                event.getAssignmentId(),
                event.getTaskId(),
                event.getBatchId(),
                event.getWorkerId(),
                event.getRequesterId(),
                event.getFundsId(),
                event.getReward().getMinorUnits(),
                event.getFee().getMinorUnits(),
                event.getReward().getCurrency(),
                AnswerBody.text(body, keyId),
                keyId,
                null,
                event.getAcceptedAt(),
                event.getSubmittedAt(),
                event.getSubmittedAt().plusSeconds(event.getAutoApprovalDelaySeconds()),
                0,
                Answer.Status.SUBMITTED,
                null,
                null,
                null,
                null,
                null,
                false);
    }
}
