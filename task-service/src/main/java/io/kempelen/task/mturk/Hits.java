package io.kempelen.task.mturk;

import io.kempelen.messaging.id.PublicId;
import io.kempelen.messaging.web.Amounts;
import io.kempelen.task.question.Questions;
import io.kempelen.task.question.domain.Question;
import io.kempelen.task.task.domain.Task;
import io.kempelen.task.tasktype.Requirements;
import io.kempelen.task.tasktype.TaskTypes;
import io.kempelen.task.tasktype.domain.TaskType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows tasks in MTurk's shape. */
@Component
class Hits {

    private final TaskTypes types;
    private final Questions questions;
    private final Requirements requirements;
    private final InstantSource clock;

    Hits(TaskTypes types, Questions questions, Requirements requirements, InstantSource clock) {
        this.types = types;
        this.questions = questions;
        this.requirements = requirements;
        this.clock = clock;
    }

    Hit of(Task task) {
        return all(List.of(task)).getFirst();
    }

    List<Hit> all(List<Task> tasks) {
        if (tasks.isEmpty()) return List.of();
        var typesById = types
                .findByTaskTypeIdIn(
                        tasks.stream().map(Task::taskTypeId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(TaskType::taskTypeId, Function.identity()));
        var bodies = tasks.stream()
                .map(Task::questionVersion)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        version ->
                                questions.findByVersion(version).map(Hits::xml).orElse("")));
        var now = clock.instant();
        return tasks.stream()
                .map(task -> hit(task, Objects.requireNonNull(typesById.get(task.taskTypeId())), bodies, now))
                .toList();
    }

    private Hit hit(Task task, TaskType type, Map<String, String> bodies, Instant now) {
        return new Hit(
                task.taskId(),
                task.taskTypeId(),
                group(task.taskTypeId()),
                seconds(task.createdAt()),
                type.title(),
                type.description(),
                Objects.requireNonNull(bodies.get(task.questionVersion())),
                type.keywords().isEmpty() ? null : type.keywords(),
                task.status(now).word(),
                task.places(),
                Amounts.format(task.reward(), task.currency()),
                type.autoApprovalDelaySeconds(),
                seconds(task.expiresAt()),
                type.assignmentDurationSeconds(),
                task.annotation(),
                requirements.read(type.requirements()).stream()
                        .map(HitRequirement::of)
                        .toList(),
                "NotReviewed",
                task.pending(),
                task.available(),
                task.decided());
    }

    /** A template is no question of MTurk's, so it is shown as one. */
    private static String xml(Question question) {
        if (question.kind() != Question.Kind.TEMPLATE) return question.body();
        return "<HTMLQuestion xmlns=\"http://mechanicalturk.amazonaws.com/AWSMechanicalTurkDataSchemas/2011-11-11/HTMLQuestion.xsd\">"
                + "<HTMLContent><![CDATA[" + question.body().replace("]]>", "]]]]><![CDATA[>")
                + "]]></HTMLContent><FrameHeight>0</FrameHeight></HTMLQuestion>";
    }

    /** The same for all tasks of a type, for ever. */
    private static String group(String taskTypeId) {
        return PublicId.spell(UUID.nameUUIDFromBytes(("group:" + taskTypeId).getBytes(StandardCharsets.UTF_8)));
    }

    private static BigDecimal seconds(Instant at) {
        return BigDecimal.valueOf(at.toEpochMilli(), 3);
    }
}
