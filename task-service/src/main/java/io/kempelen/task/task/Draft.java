package io.kempelen.task.task;

import io.kempelen.task.question.domain.Question;
import io.kempelen.task.task.domain.ReviewRule;
import io.kempelen.task.task.domain.Task;
import io.kempelen.task.tasktype.domain.TaskProperties;
import io.kempelen.task.tasktype.domain.TaskType;
import io.kempelen.task.tasktype.domain.Unfit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A single task as somebody wants it. */
public record Draft(
        String requesterId,
        TaskType type,
        @Nullable String projectId,
        Question question,
        Map<String, String> input,
        int places,
        long lifetimeSeconds,
        @Nullable String annotation,
        ReviewRule review,
        @Nullable String token) {

    private static final int ANNOTATION = 255;

    /** Says which value cannot be taken, by its name in the native API. */
    public Draft checked() {
        TaskProperties.within("places", places, 1, Task.MOST_PLACES);
        TaskProperties.within("lifetimeSeconds", lifetimeSeconds, TaskProperties.SHORTEST, TaskProperties.LONGEST);
        if (annotation != null && annotation.length() > ANNOTATION) {
            throw new Unfit("annotation", "The annotation may have at most " + ANNOTATION + " characters.");
        }
        readable();
        return this;
    }

    private void readable() {
        var texts = java.util.stream.Stream.concat(
                java.util.stream.Stream.of(question.body(), annotation == null ? "" : annotation),
                input.entrySet().stream().map(entry -> entry.getKey() + entry.getValue()));
        if (texts.anyMatch(text -> text.indexOf('\0') >= 0)) {
            throw new Unfit("input", "No text of a task may contain the character NUL.");
        }
    }

    List<String> columns() {
        return List.copyOf(input.keySet());
    }

    List<String> cells() {
        return List.copyOf(input.values());
    }
}
