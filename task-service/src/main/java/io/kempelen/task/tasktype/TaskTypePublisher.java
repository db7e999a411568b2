package io.kempelen.task.tasktype;

import io.kempelen.events.Comparator;
import io.kempelen.events.GuardedActions;
import io.kempelen.events.Locale;
import io.kempelen.events.Money;
import io.kempelen.events.QualificationRequirement;
import io.kempelen.events.TaskTypeCreated;
import io.kempelen.messaging.outbox.Outbox;
import io.kempelen.task.tasktype.domain.Place;
import io.kempelen.task.tasktype.domain.Requirement;
import io.kempelen.task.tasktype.domain.TaskType;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells of new task types, and spells requirements as events do. */
@Component
public class TaskTypePublisher {

    private final Outbox outbox;
    private final Requirements requirements;

    TaskTypePublisher(Outbox outbox, Requirements requirements) {
        this.outbox = outbox;
        this.requirements = requirements;
    }

    void created(TaskType type) {
        outbox.append(
                type.taskTypeId(),
                new TaskTypeCreated(
                        type.taskTypeId(),
                        type.requesterId(),
                        type.title(),
                        type.description(),
                        type.keywords(),
                        new Money(type.reward(), type.currency()),
                        type.assignmentDurationSeconds(),
                        type.autoApprovalDelaySeconds(),
                        requirements(type),
                        type.createdAt()));
    }

    public List<QualificationRequirement> requirements(TaskType type) {
        return requirements.read(type.requirements()).stream()
                .map(TaskTypePublisher::event)
                .toList();
    }

    private static QualificationRequirement event(Requirement requirement) {
        return new QualificationRequirement(
                requirement.qualificationTypeId(),
                Comparator.valueOf(requirement.comparison().name()),
                requirement.integers(),
                requirement.places().stream().map(TaskTypePublisher::event).toList(),
                GuardedActions.valueOf(requirement.guarded().name()));
    }

    private static Locale event(Place place) {
        return new Locale(place.country(), place.subdivision());
    }
}
