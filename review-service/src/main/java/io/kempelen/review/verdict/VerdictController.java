package io.kempelen.review.verdict;

import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Idempotency;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import io.kempelen.review.answer.AssignmentView;
import io.kempelen.review.answer.domain.Answer;
import io.kempelen.review.override.OverrideService;
import io.kempelen.review.override.Overriding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets requesters approve and reject. */
@RestController
@RequestMapping("/v1/assignments")
class VerdictController {

    private static final int MOST_AT_ONCE = 1000;

    private final VerdictService verdicts;
    private final OverrideService overrides;

    VerdictController(VerdictService verdicts, OverrideService overrides) {
        this.verdicts = verdicts;
        this.overrides = overrides;
    }

    record Approval(@Nullable String feedback, @Nullable Boolean overrideRejection) {}

    record Rejection(@Nullable String feedback) {}

    record Approvals(@Nullable List<String> ids) {}

    record Refusal(String assignmentId, String type, String detail) {}

    record Approved(List<String> approved, List<Refusal> refused) {}

    @PostMapping("/{assignmentId}/approve")
    ResponseEntity<?> approve(
            @PathVariable String assignmentId,
            @RequestBody(required = false) @Nullable Approval approval,
            Idempotency once,
            Caller caller) {
        caller.require(Role.REQUESTER);
        var feedback = approval == null ? null : Feedback.checked(approval.feedback());
        boolean override = approval != null && Boolean.TRUE.equals(approval.overrideRejection());
        if (override
                && verdicts.find(caller.accountId(), assignmentId) instanceof Ruling.Given found
                && !found.answer().waits()) {
            return override(found.answer(), feedback, once);
        }
        return once.answer(() -> answer(verdicts.approve(caller.accountId(), assignmentId, feedback)));
    }

    @PostMapping("/{assignmentId}/reject")
    ResponseEntity<?> reject(
            @PathVariable String assignmentId,
            @RequestBody(required = false) @Nullable Rejection rejection,
            Idempotency once,
            Caller caller) {
        caller.require(Role.REQUESTER);
        var feedback = Feedback.required(rejection == null ? null : rejection.feedback());
        return once.answer(() -> answer(verdicts.reject(caller.accountId(), assignmentId, feedback)));
    }

    @PostMapping("/approve")
    ResponseEntity<?> approveAll(@RequestBody Approvals approvals, Idempotency once, Caller caller) {
        caller.require(Role.REQUESTER);
        var ids = approvals.ids();
        if (ids == null || ids.isEmpty() || ids.size() > MOST_AT_ONCE) {
            throw Problem.invalid("ids", "ids must name 1 to " + MOST_AT_ONCE + " assignments.")
                    .with("limit", MOST_AT_ONCE)
                    .exception();
        }
        return once.answer(() -> ResponseEntity.ok(summary(verdicts.approveAll(caller.accountId(), ids))));
    }

    /**
     * The wait for money holds no transaction, so the key is claimed for the question and freed if nothing came of that. A
     * repeated request waits for the same question, or asks again where its asker died.
     */
    private ResponseEntity<?> override(Answer answer, @Nullable String feedback, Idempotency once) {
        var earlier = once.reserved();
        if (earlier.isPresent() && answer.overridden()) return ResponseEntity.ok(AssignmentView.of(answer));
        var result = earlier.isPresent()
                ? overrides.override(answer, feedback)
                : overrides.override(answer, feedback, once::reserve);
        if (result instanceof Overriding.Approved approved)
            return ResponseEntity.ok(AssignmentView.of(approved.answer()));
        earlier.ifPresentOrElse(once::release, once::release);
        return refused(result);
    }

    private static ResponseEntity<?> refused(Overriding result) {
        return switch (result) {
            case Overriding.Approved approved -> ResponseEntity.ok(AssignmentView.of(approved.answer()));
            case Overriding.WrongState wrong -> wrongState(wrong.answer()).response();
            case Overriding.TooLate late ->
                Problem.of(HttpStatus.CONFLICT, "too-late", "This rejection stands: " + late.why())
                        .response();
            case Overriding.NoFunds funds -> insufficient(funds).response();
            case Overriding.NoReply ignored -> noReply();
        };
    }

    private static ResponseEntity<?> answer(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Given given -> ResponseEntity.ok(AssignmentView.of(given.answer()));
            case Ruling.WrongState wrong -> wrongState(wrong.answer()).response();
            case Ruling.NotSubmitted early -> notSubmitted(early.assignmentId()).response();
            case Ruling.Unknown unknown -> unknown(unknown).response();
        };
    }

    private static Approved summary(List<Ruling> rulings) {
        var approved = new ArrayList<String>();
        var refused = new ArrayList<Refusal>();
        for (var ruling : rulings) {
            switch (ruling) {
                case Ruling.Given given -> approved.add(given.answer().assignmentId());
                case Ruling.WrongState wrong ->
                    refused.add(refusal(wrong.answer().assignmentId(), wrongState(wrong.answer())));
                case Ruling.NotSubmitted early ->
                    refused.add(refusal(early.assignmentId(), notSubmitted(early.assignmentId())));
                case Ruling.Unknown unknown -> refused.add(refusal(unknown.assignmentId(), unknown(unknown)));
            }
        }
        return new Approved(approved, refused);
    }

    private static Refusal refusal(String id, Problem problem) {
        return new Refusal(id, "/problems/" + problem.type(), problem.detail());
    }

    private static Problem wrongState(Answer answer) {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "wrong-state",
                        "Assignment " + answer.assignmentId() + " is " + answer.status()
                                + "; only a SUBMITTED one can be"
                                + " approved or rejected, and a REJECTED one approved with overrideRejection.")
                .with("state", answer.status().name());
    }

    private static Problem notSubmitted(String id) {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "wrong-state",
                        "Assignment " + id + " is still being worked on; there is nothing to review yet.")
                .with("state", "ACCEPTED");
    }

    private static Problem unknown(Ruling.Unknown unknown) {
        return Problem.notFound("assignment", unknown.assignmentId());
    }

    private static Problem insufficient(Overriding.NoFunds funds) {
        var required = Amounts.format(funds.required(), funds.currency());
        var available = Amounts.format(funds.available(), funds.currency());
        return Problem.of(
                        HttpStatus.PAYMENT_REQUIRED,
                        "insufficient-funds",
                        "Approving this costs " + required + " " + funds.currency() + ", but only " + available
                                + " are available. Deposit money, then repeat.")
                .with("required", required)
                .with("available", available)
                .with("currency", funds.currency());
    }

    private static ResponseEntity<?> noReply() {
        var problem = Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "funds-not-confirmed",
                "Nobody confirmed in time that the money is there. Nothing was changed; repeat it in some seconds.");
        var plain = problem.response();
        return ResponseEntity.status(plain.getStatusCode())
                .headers(plain.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(plain.getBody());
    }
}
