package io.kempelen.review.intake;

import io.kempelen.events.ExtensionReason;
import io.kempelen.events.ReviewPolicy;
import io.kempelen.events.TaskDisposed;
import io.kempelen.events.TaskExpirationChanged;
import io.kempelen.events.TaskExtended;
import io.kempelen.events.TaskPublished;
import io.kempelen.messaging.inbox.Inbox;
import io.kempelen.messaging.inbox.Received;
import io.kempelen.review.docket.domain.Policy;
import io.kempelen.review.task.Task;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What review-service learns of tasks: their policy and how many places they have. */
@Configuration(proxyBeanMethods = false)
class TaskStreams {

    @Bean
    Consumer<Message<List<byte[]>>> tasks(Inbox inbox, IntakeService intake) {
        return inbox.once(events -> {
            var delivery = new Delivery();
            events.forEach(received -> take(delivery, received));
            intake.apply(delivery);
        });
    }

    private static void take(Delivery delivery, Received received) {
        var id = received.id();
        switch (received.event()) {
            case TaskPublished published -> delivery.published.add(publication(published));
            case TaskExtended extended -> delivery.places.add(extension(id, extended));
            case TaskExpirationChanged changed -> expiration(delivery, id, changed);
            case TaskDisposed disposed ->
                delivery.places.add(new PlaceChange(
                        id,
                        disposed.getTaskId(),
                        disposed.getRequesterId(),
                        docket -> docket.dispose(disposed.getDisposedAt())));
            default -> {} // projects, batches and counters do not change how answers are judged
        }
    }

    private static Publication publication(TaskPublished event) {
        var task = new Task(
                event.getTaskId(),
                event.getTaskTypeId(),
                event.getRequesterId(),
                event.getTitle(),
                event.getDescription(),
                event.getKeywords(),
                event.getReward().getMinorUnits(),
                event.getReward().getCurrency(),
                event.getAssignmentDurationSeconds(),
                event.getAutoApprovalDelaySeconds(),
                RequirementsStreams.json(event.getRequirements()),
                event.getExpiresAt(),
                event.getPublishedAt());
        return new Publication(task, event.getBatchId(), policy(event.getReviewPolicy()), event.getPlaces());
    }

    private static Policy policy(ReviewPolicy declared) {
        var kind = switch (declared.getKind()) {
            case MAJORITY -> Policy.Kind.MAJORITY;
            case REQUESTER, OTHER -> Policy.Kind.REQUESTER;
        };
        var dissent = Policy.Dissent.valueOf(declared.getDissent().name());
        return new Policy(kind, List.copyOf(declared.getFields()), dissent, declared.getReplaceRejected());
    }

    private static PlaceChange extension(UUID id, TaskExtended event) {
        boolean replacement = event.getReason() == ExtensionReason.REJECTED;
        return new PlaceChange(
                id,
                event.getTaskId(),
                event.getRequesterId(),
                docket -> replacement
                        ? docket.replace(event.getPlaces(), event.getAdditionalPlaces())
                        : docket.extend(event.getPlaces()));
    }

    private static void expiration(Delivery delivery, UUID id, TaskExpirationChanged event) {
        delivery.expirations.add(new Expiration(event.getTaskId(), event.getExpiresAt()));
        if (event.getReopenedPlaces() == 0) return;
        delivery.places.add(new PlaceChange(
                id, event.getTaskId(), event.getRequesterId(), docket -> docket.reopen(event.getReopenedPlaces())));
    }
}
