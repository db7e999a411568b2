package io.kempelen.review.answer;

import io.kempelen.review.answer.domain.Answer;
import io.kempelen.review.docket.Dockets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages of a task's answers for its requester, in the order in which they came. */
@Component
public class AnswerPages {

    private final Dockets dockets;
    private final Answers answers;

    AnswerPages(Dockets dockets, Answers answers) {
        this.dockets = dockets;
        this.answers = answers;
    }

    /** One more than the limit, to see whether there is a next page; empty if the task is not this requester's. */
    public Optional<List<Answer>> page(
            String requesterId, String taskId, Collection<Answer.Status> wanted, @Nullable String after, int limit) {
        var statuses = wanted.isEmpty() ? List.of(Answer.Status.values()) : wanted;
        return dockets.find(taskId)
                .filter(docket -> docket.requesterId().equals(requesterId))
                .map(docket -> answers.page(
                        taskId,
                        after == null ? 0 : Long.parseLong(after),
                        statuses.stream().map(Enum::name).toList(),
                        limit + 1));
    }
}
