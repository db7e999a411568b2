package io.kempelen.task.project;

import io.kempelen.messaging.id.Ids;
import io.kempelen.task.project.domain.Project;
import io.kempelen.task.question.Questions;
import io.kempelen.task.task.ReviewInput;
import io.kempelen.task.task.ReviewRules;
import io.kempelen.task.tasktype.Accounts;
import io.kempelen.task.tasktype.TaskTypeService;
import java.time.InstantSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes projects. */
@Service
class ProjectService {

    private final Projects projects;
    private final Questions questions;
    private final TaskTypeService types;
    private final Accounts accounts;
    private final ReviewRules rules;
    private final Decompositions decompositions;
    private final ProjectPublisher publisher;
    private final Ids ids;
    private final InstantSource clock;

    ProjectService(
            Projects projects,
            Questions questions,
            TaskTypeService types,
            Accounts accounts,
            ReviewRules rules,
            Decompositions decompositions,
            ProjectPublisher publisher,
            Ids ids,
            InstantSource clock) {
        this.projects = projects;
        this.questions = questions;
        this.types = types;
        this.accounts = accounts;
        this.rules = rules;
        this.decompositions = decompositions;
        this.publisher = publisher;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    Project create(String requesterId, ProjectRequest request) {
        var properties = request.properties(accounts.currency(requesterId));
        var template = request.question();
        var project = new Project(
                ids.next(),
                requesterId,
                request.label(),
                types.findOrCreate(requesterId, properties).taskTypeId(),
                template.version(),
                request.lifetime(),
                request.places(),
                rules.write(ReviewInput.rule(request.review())),
                decompositions.write(DecompositionInput.decomposition(request.decomposition())),
                clock.instant());
        questions.keep(template.version(), template.kind(), template.body());
        projects.save(project);
        publisher.created(project);
        return project;
    }
}
