package io.kempelen.review.mturk;

import io.kempelen.messaging.mturk.MturkError;
import io.kempelen.messaging.mturk.MturkInput;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import io.kempelen.review.answer.domain.Answer;
import io.kempelen.review.override.OverrideService;
import io.kempelen.review.override.Overriding;
import io.kempelen.review.verdict.Ruling;
import io.kempelen.review.verdict.VerdictService;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** ApproveAssignment and RejectAssignment. */
@RestController
@RequestMapping("/internal/mturk")
class VerdictOperations {

    private static final int LONGEST_FEEDBACK = 1024;

    private final VerdictService verdicts;
    private final OverrideService overrides;

    VerdictOperations(VerdictService verdicts, OverrideService overrides) {
        this.verdicts = verdicts;
        this.overrides = overrides;
    }

    @PostMapping("/ApproveAssignment")
    Map<String, Object> approve(@RequestBody JsonNode body, Caller caller) {
        caller.require(Role.REQUESTER);
        var input = new MturkInput(body);
        var id = input.required("AssignmentId", input.entityId("AssignmentId"));
        var feedback = input.text("RequesterFeedback", LONGEST_FEEDBACK)
                .map(VerdictOperations::clean)
                .orElse(null);
        boolean override = input.flag("OverrideRejection", false);
        var ruling = verdicts.approve(caller.accountId(), id, feedback);
        if (override
                && ruling instanceof Ruling.WrongState wrong
                && wrong.answer().status() == Answer.Status.REJECTED) {
            return override(wrong.answer(), feedback);
        }
        return done(ruling);
    }

    @PostMapping("/RejectAssignment")
    Map<String, Object> reject(@RequestBody JsonNode body, Caller caller) {
        caller.require(Role.REQUESTER);
        var input = new MturkInput(body);
        var id = input.required("AssignmentId", input.entityId("AssignmentId"));
        var feedback = input.required("RequesterFeedback", input.text("RequesterFeedback", LONGEST_FEEDBACK));
        return done(verdicts.reject(caller.accountId(), id, clean(feedback)));
    }

    static MturkError unknown(String assignmentId) {
        return MturkError.requestError("AssignmentDoesNotExist", "Assignment " + assignmentId + " does not exist.");
    }

    private Map<String, Object> override(Answer answer, @Nullable String feedback) {
        return switch (overrides.override(answer, feedback)) {
            case Overriding.Approved ignored -> Map.of();
            case Overriding.WrongState ignored -> throw wrongState();
            case Overriding.TooLate ignored -> throw wrongState();
            case Overriding.NoFunds ignored ->
                throw MturkError.requestError(
                        "InsufficientFunds",
                        "This Requester has insufficient funds in their account to complete this transaction.");
            case Overriding.NoReply ignored ->
                throw Problem.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "funds-not-confirmed",
                                "Nobody confirmed in time that the money is there. Repeat it in some seconds.")
                        .exception();
        };
    }

    private static Map<String, Object> done(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Given ignored -> Map.of();
            case Ruling.WrongState ignored -> throw wrongState();
            case Ruling.NotSubmitted ignored -> throw wrongState();
            case Ruling.Unknown none -> throw unknown(none.assignmentId());
        };
    }

    private static MturkError wrongState() {
        return MturkError.requestError(
                "InvalidAssignmentState", "This operation can be called with a status of: Submitted");
    }

    private static String clean(String words) {
        return words.replace('\0', ' ');
    }
}
