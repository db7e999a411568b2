package io.kempelen.review.answer;

import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import io.kempelen.review.answer.domain.Answer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows requesters the answers to their tasks. */
@RestController
class AnswerController {

    private static final Pattern COMMA = Pattern.compile(",");

    private final Answers answers;
    private final AnswerPages pages;

    AnswerController(Answers answers, AnswerPages pages) {
        this.answers = answers;
        this.pages = pages;
    }

    @GetMapping("/v1/tasks/{taskId}/assignments")
    Page<AssignmentView> list(
            @PathVariable String taskId,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        caller.require(Role.REQUESTER);
        int most = Page.limit(limit);
        var rows = pages.page(caller.accountId(), taskId, statuses(status), position(cursor), most)
                .orElseThrow(() -> Problem.notFound("task", taskId).exception());
        return Page.of(rows, most, answer -> Long.toString(answer.number())).map(AssignmentView::of);
    }

    @GetMapping("/v1/assignments/{assignmentId}")
    AssignmentView get(@PathVariable String assignmentId, Caller caller) {
        caller.require(Role.REQUESTER);
        return answers.findById(assignmentId)
                .filter(answer -> answer.requesterId().equals(caller.accountId()))
                .map(AssignmentView::of)
                .orElseThrow(() ->
                        Problem.notFound("submitted assignment", assignmentId).exception());
    }

    private static List<Answer.Status> statuses(@Nullable String asked) {
        if (asked == null || asked.isBlank()) return List.of();
        return COMMA.splitAsStream(asked).map(AnswerController::status).toList();
    }

    private static Answer.Status status(String asked) {
        try {
            return Answer.Status.valueOf(asked.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("status", "status is \"" + asked + "\", but must be SUBMITTED, APPROVED or REJECTED.")
                    .exception();
        }
    }

    private static @Nullable String position(@Nullable String cursor) {
        var position = Cursor.decode(cursor);
        if (position == null || position.matches("[0-9]{1,18}")) return position;
        throw Problem.invalid("cursor", "This cursor was not given by this list. Start again without one.")
                .exception();
    }
}
