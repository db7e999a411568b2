package io.kempelen.task.task;

import io.kempelen.messaging.web.Amounts;
import io.kempelen.task.question.domain.Question;
import io.kempelen.task.tasktype.RequirementInput;
import io.kempelen.task.tasktype.domain.TaskProperties;
import io.kempelen.task.tasktype.domain.Unfit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A single task as the native API takes it: a page of its own, or a template and its values. */
record TaskRequest(
        @Nullable String title,
        @Nullable String description,
        @Nullable String keywords,
        @Nullable String reward,
        @Nullable String question,
        @Nullable String template,
        @Nullable Map<String, String> input,
        @Nullable Integer places,
        @Nullable Long assignmentDurationSeconds,
        @Nullable Long autoApprovalDelaySeconds,
        @Nullable Long lifetimeSeconds,
        @Nullable List<RequirementInput> requirements,
        @Nullable ReviewInput review,
        @Nullable String annotation) {

    private static final int TEMPLATE_BYTES = 1024 * 1024;

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

    Question page() {
        if ((question == null) == (template == null)) {
            throw new Unfit(
                    "template", "A task has either a question, which is a page of HTML, or a template with its input.");
        }
        var body = question == null ? Objects.requireNonNull(template) : question;
        if (body.isBlank()) throw new Unfit(question == null ? "template" : "question", "The page must not be empty.");
        if (body.getBytes(StandardCharsets.UTF_8).length > TEMPLATE_BYTES) {
            throw new Unfit(question == null ? "template" : "question", "The page may have at most 1 MiB.");
        }
        return Question.of(Question.Kind.TEMPLATE, body);
    }

    Map<String, String> values() {
        return input == null ? Map.of() : input;
    }
}
