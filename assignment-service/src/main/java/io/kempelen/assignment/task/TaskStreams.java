package io.kempelen.assignment.task;

import io.kempelen.assignment.qualification.RequirementSets;
import io.kempelen.assignment.qualification.domain.Comparison;
import io.kempelen.assignment.qualification.domain.Guard;
import io.kempelen.assignment.qualification.domain.Region;
import io.kempelen.assignment.qualification.domain.Requirement;
import io.kempelen.assignment.qualification.domain.Requirements;
import io.kempelen.assignment.task.domain.Listing;
import io.kempelen.assignment.task.domain.Price;
import io.kempelen.assignment.task.domain.Task;
import io.kempelen.events.QualificationRequirement;
import io.kempelen.events.TaskDisposed;
import io.kempelen.events.TaskExpirationChanged;
import io.kempelen.events.TaskExtended;
import io.kempelen.events.TaskPublished;
import io.kempelen.messaging.inbox.Inbox;
import io.kempelen.messaging.inbox.Received;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What is read of kempelen.tasks. A task's publication always comes before its other news: they have one key. */
@Configuration(proxyBeanMethods = false)
class TaskStreams {

    @Bean
    Consumer<Message<List<byte[]>>> tasks(Inbox inbox, TaskService tasks, RequirementSets requirementSets) {
        return inbox.once(events -> {
            tasks.publish(events.stream()
                    .map(Received::event)
                    .filter(TaskPublished.class::isInstance)
                    .map(event -> publication((TaskPublished) event, requirementSets))
                    .toList());
            tasks.follow(events.stream().flatMap(TaskStreams::news).toList());
        });
    }

    private static Stream<Task.News> news(Received received) {
        return switch (received.event()) {
            case TaskExtended extended ->
                Stream.of(new Task.News.Extended(
                        extended.getTaskId(), extended.getPlaces(), extended.getAdditionalPlaces()));
            case TaskExpirationChanged changed ->
                Stream.of(new Task.News.ExpirationChanged(
                        received.id(),
                        changed.getTaskId(),
                        changed.getExpiresAt(),
                        changed.getReopenedPlaces(),
                        changed.getChangedAt()));
            case TaskDisposed disposed -> Stream.of(new Task.News.Disposed(disposed.getTaskId()));
            default -> Stream.empty(); // projects, batches and funds are nothing to workers
        };
    }

    private static Publication publication(TaskPublished event, RequirementSets requirementSets) {
        var listing = new Listing(event.getTitle(), event.getDescription(), event.getKeywords());
        var requirements = new Requirements(
                event.getRequirements().stream().map(TaskStreams::requirement).toList());
        var task = new Task(
                event.getTaskId(),
                event.getTaskTypeId(),
                event.getBatchId(),
                event.getRequesterId(),
                event.getFundsId(),
                Listings.idOf(listing),
                requirementSets.idOf(requirements),
                new Price(
                        event.getReward().getMinorUnits(),
                        event.getFee().getMinorUnits(),
                        event.getReward().getCurrency()),
                event.getAssignmentDurationSeconds(),
                event.getAutoApprovalDelaySeconds(),
                event.getPlaces(),
                Task.Status.OPEN,
                event.getExpiresAt(),
                0,
                event.getPublishedAt());
        return new Publication(task, listing, requirements);
    }

    private static Requirement requirement(QualificationRequirement written) {
        return new Requirement(
                written.getQualificationTypeId(),
                Comparison.valueOf(written.getComparator().name()),
                written.getIntegerValues(),
                written.getLocaleValues().stream()
                        .map(locale -> new Region(locale.getCountry(), locale.getSubdivision()))
                        .toList(),
                Guard.valueOf(written.getActionsGuarded().name()));
    }
}
