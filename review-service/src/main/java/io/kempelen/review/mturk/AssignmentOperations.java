package io.kempelen.review.mturk;

import io.kempelen.messaging.mturk.MturkError;
import io.kempelen.messaging.mturk.MturkInput;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.ProblemException;
import io.kempelen.messaging.web.Role;
import io.kempelen.review.answer.AnswerPages;
import io.kempelen.review.answer.domain.Answer;
import io.kempelen.review.docket.Dockets;
import io.kempelen.review.task.Tasks;
import io.kempelen.review.verdict.Ruling;
import io.kempelen.review.verdict.VerdictService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** ListAssignmentsForHIT and GetAssignment. */
@RestController
@RequestMapping("/internal/mturk")
class AssignmentOperations {

    private static final int DEFAULT_RESULTS = 10;
    private static final int MOST_RESULTS = 100;

    private final AnswerPages pages;
    private final VerdictService verdicts;
    private final Tasks tasks;
    private final Dockets dockets;

    AssignmentOperations(AnswerPages pages, VerdictService verdicts, Tasks tasks, Dockets dockets) {
        this.pages = pages;
        this.verdicts = verdicts;
        this.tasks = tasks;
        this.dockets = dockets;
    }

    @PostMapping("/ListAssignmentsForHIT")
    Map<String, Object> list(@RequestBody JsonNode body, Caller caller) {
        caller.require(Role.REQUESTER);
        var input = new MturkInput(body);
        var hitId = input.required("HITId", input.entityId("HITId"));
        int limit =
                input.number("MaxResults", 1, MOST_RESULTS).map(Long::intValue).orElse(DEFAULT_RESULTS);
        var statuses = input.texts("AssignmentStatuses", MOST_RESULTS).stream()
                .map(AssignmentOperations::status)
                .distinct()
                .toList();
        var after =
                input.text("NextToken", 255).map(AssignmentOperations::position).orElse(null);
        var rows = pages.page(caller.accountId(), hitId, statuses, after, limit)
                .orElseThrow(() -> MturkError.requestError("HITDoesNotExist", "Hit " + hitId + " does not exist."));
        return page(hitId, rows, limit);
    }

    @PostMapping("/GetAssignment")
    Map<String, Object> get(@RequestBody JsonNode body, Caller caller) {
        caller.require(Role.REQUESTER);
        var input = new MturkInput(body);
        var id = input.required("AssignmentId", input.entityId("AssignmentId"));
        return switch (verdicts.find(caller.accountId(), id)) {
            case Ruling.Given given -> described(given.answer());
            case Ruling.WrongState wrong -> described(wrong.answer());
            case Ruling.NotSubmitted ignored ->
                throw MturkError.requestError(
                        "InvalidAssignmentState",
                        "This operation can be called with a status of: Reviewable,Approved,Rejected");
            case Ruling.Unknown ignored -> throw VerdictOperations.unknown(id);
        };
    }

    private Map<String, Object> described(Answer answer) {
        var task = tasks.findById(answer.taskId());
        var shape = new LinkedHashMap<String, Object>();
        shape.put("Assignment", AssignmentShape.assignment(answer, task.orElse(null)));
        task.flatMap(known -> dockets.find(known.taskId()).map(docket -> AssignmentShape.hit(known, docket)))
                .ifPresent(hit -> shape.put("HIT", hit));
        return shape;
    }

    private Map<String, Object> page(String hitId, List<Answer> oneMore, int limit) {
        var task = tasks.findById(hitId).orElse(null);
        var answers = oneMore.subList(0, Math.min(limit, oneMore.size()));
        var shape = new LinkedHashMap<String, Object>();
        if (oneMore.size() > limit) {
            shape.put("NextToken", Cursor.encode(Long.toString(answers.getLast().number())));
        }
        shape.put("NumResults", answers.size());
        shape.put(
                "Assignments",
                answers.stream()
                        .map(answer -> AssignmentShape.assignment(answer, task))
                        .toList());
        return shape;
    }

    private static Answer.Status status(String spelled) {
        return switch (spelled) {
            case "Submitted" -> Answer.Status.SUBMITTED;
            case "Approved" -> Answer.Status.APPROVED;
            case "Rejected" -> Answer.Status.REJECTED;
            default ->
                throw MturkError.validation(
                        "Value '[" + spelled + "]' at 'assignmentStatuses' failed to satisfy constraint:"
                                + " Member must satisfy enum value set: [Approved, Submitted, Rejected]");
        };
    }

    private static @Nullable String position(String token) {
        return decoded(token)
                .filter(position -> position.matches("[0-9]{1,18}"))
                .orElseThrow(() ->
                        MturkError.parameter("The value \"" + token + "\" is not valid for the parameter NextToken."));
    }

    private static Optional<String> decoded(String token) {
        try {
            return Optional.ofNullable(Cursor.decode(token));
        } catch (ProblemException foreign) {
            return Optional.empty();
        }
    }
}
