package io.kempelen.task.project;

import io.kempelen.events.ProjectCreated;
import io.kempelen.messaging.outbox.Outbox;
import io.kempelen.task.project.domain.Project;
import org.springframework.stereotype.Component;

/** Tells of new projects. */
@Component
class ProjectPublisher {

    private final Outbox outbox;

    ProjectPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void created(Project project) {
        outbox.append(
                project.projectId(),
                new ProjectCreated(
                        project.projectId(), project.requesterId(), project.templateVersion(), project.createdAt()));
    }
}
