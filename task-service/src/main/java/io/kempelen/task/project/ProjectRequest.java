package io.kempelen.task.project;

import io.kempelen.messaging.web.Amounts;
import io.kempelen.task.question.domain.Question;
import io.kempelen.task.task.ReviewInput;
import io.kempelen.task.task.domain.Task;
import io.kempelen.task.tasktype.RequirementInput;
import io.kempelen.task.tasktype.domain.TaskProperties;
import io.kempelen.task.tasktype.domain.Unfit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A project as the native API takes it. */
record ProjectRequest(
        @Nullable String name,
        @Nullable String title,
        @Nullable String description,
        @Nullable String keywords,
        @Nullable String reward,
        @Nullable String template,
        @Nullable Long assignmentDurationSeconds,
        @Nullable Long autoApprovalDelaySeconds,
        @Nullable Long lifetimeSeconds,
        @Nullable Integer placesPerTask,
        @Nullable List<RequirementInput> requirements,
        @Nullable ReviewInput review,
        @Nullable DecompositionInput decomposition) {

    private static final int NAME = 255;
    private static final int TEMPLATE_BYTES = 8 * 1024 * 1024;

    TaskProperties properties(String currency) {
        if (reward == null) throw new Unfit("reward", "The field reward is required, for example \"0.05\".");
        return new TaskProperties(
                        Objects.requireNonNullElse(title, ""),
                        Objects.requireNonNullElse(description, Objects.requireNonNullElse(title, "")),
                        Objects.requireNonNullElse(keywords, ""),
                        Amounts.parse("reward", reward, currency),
                        currency,
                        Objects.requireNonNullElse(assignmentDurationSeconds, 3600L),
                        Objects.requireNonNullElse(autoApprovalDelaySeconds, TaskProperties.LONGEST_APPROVAL),
                        RequirementInput.all(requirements))
                .checked();
    }

    Question question() {
        var body = Objects.requireNonNullElse(template, "");
        if (body.isBlank()) throw new Unfit("template", "The field template is required: the HTML that workers see.");
        if (body.getBytes(StandardCharsets.UTF_8).length > TEMPLATE_BYTES) {
            throw new Unfit("template", "The template may have at most 8 MiB.");
        }
        if (body.indexOf('\0') >= 0) throw new Unfit("template", "The template must not contain the character NUL.");
        return Question.of(Question.Kind.TEMPLATE, body);
    }

    String label() {
        var label = Objects.requireNonNullElse(name, Objects.requireNonNullElse(title, ""));
        TaskProperties.text("name", label, NAME);
        return label;
    }

    long lifetime() {
        long seconds = Objects.requireNonNullElse(lifetimeSeconds, 604_800L);
        TaskProperties.within("lifetimeSeconds", seconds, TaskProperties.SHORTEST, TaskProperties.LONGEST);
        return seconds;
    }

    int places() {
        int places = Objects.requireNonNullElse(placesPerTask, 1);
        TaskProperties.within("placesPerTask", places, 1, Task.MOST_PLACES);
        return places;
    }
}
