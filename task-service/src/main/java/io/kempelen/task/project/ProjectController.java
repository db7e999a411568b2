package io.kempelen.task.project;

import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.Idempotency;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import io.kempelen.task.project.domain.Project;
import io.kempelen.task.task.ReviewInput;
import io.kempelen.task.task.ReviewRules;
import io.kempelen.task.tasktype.RequirementInput;
import io.kempelen.task.tasktype.Requirements;
import io.kempelen.task.tasktype.TaskTypes;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Projects over HTTP. */
@RestController
@RequestMapping("/v1/projects")
class ProjectController {

    private final ProjectService service;
    private final Projects projects;
    private final TaskTypes types;
    private final Requirements requirements;
    private final ReviewRules rules;
    private final Decompositions decompositions;

    ProjectController(
            ProjectService service,
            Projects projects,
            TaskTypes types,
            Requirements requirements,
            ReviewRules rules,
            Decompositions decompositions) {
        this.service = service;
        this.projects = projects;
        this.types = types;
        this.requirements = requirements;
        this.rules = rules;
        this.decompositions = decompositions;
    }

    @PostMapping
    ResponseEntity<?> create(@RequestBody ProjectRequest request, Caller caller, Idempotency once) {
        caller.require(Role.REQUESTER);
        return once.answer(() -> {
            var project = service.create(caller.accountId(), request);
            return ResponseEntity.created(URI.create("/v1/projects/" + project.projectId()))
                    .body(view(project));
        });
    }

    @GetMapping
    Page<ProjectView> list(
            Caller caller, @RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit) {
        caller.require(Role.REQUESTER);
        int most = Page.limit(limit);
        var before = Objects.requireNonNullElse(Cursor.decode(cursor), "~");
        return Page.of(projects.list(caller.accountId(), before, most + 1), most, Project::projectId)
                .map(this::view);
    }

    @GetMapping("/{projectId}")
    ProjectView one(@PathVariable String projectId, Caller caller) {
        caller.require(Role.REQUESTER);
        return projects.findByProjectIdAndRequesterId(projectId, caller.accountId())
                .map(this::view)
                .orElseThrow(() -> Problem.notFound("project", projectId).exception());
    }

    private ProjectView view(Project project) {
        var type = types.findByTaskTypeId(project.taskTypeId()).orElseThrow();
        return new ProjectView(
                project.projectId(),
                project.name(),
                project.taskTypeId(),
                type.title(),
                type.description(),
                type.keywords(),
                Amounts.format(type.reward(), type.currency()),
                type.currency(),
                type.assignmentDurationSeconds(),
                type.autoApprovalDelaySeconds(),
                project.lifetimeSeconds(),
                project.placesPerTask(),
                requirements.read(type.requirements()).stream()
                        .map(RequirementInput::of)
                        .toList(),
                ReviewInput.of(rules.read(project.review())),
                DecompositionInput.of(decompositions.read(project.decomposition())),
                project.templateVersion(),
                project.createdAt());
    }
}
