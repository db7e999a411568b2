package io.kempelen.review.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Problem;
import io.kempelen.review.answer.Answers;
import io.kempelen.review.answer.domain.Answer;
import io.kempelen.review.docket.Dockets;
import io.kempelen.review.docket.domain.Docket;
import io.kempelen.review.docket.domain.Policy;
import io.kempelen.review.task.Workings;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells workers by what rule their answer is judged, what the verdict is, and on what evidence. */
@RestController
@RequestMapping("/v1/worker/assignments/{assignmentId}")
class ExplanationController {

    private final Answers answers;
    private final Workings workings;
    private final Dockets dockets;

    ExplanationController(Answers answers, Workings workings, Dockets dockets) {
        this.answers = answers;
        this.workings = workings;
        this.dockets = dockets;
    }

    /** The rule as declared. */
    record Declared(String policy, List<String> fields, String dissent, boolean replaceRejected) {}

    /** How many of the answers heard agree on the result, and whether this one does. */
    record Evidence(int agreeing, int answers, double share, boolean yours) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VerdictView(
            String assignmentId,
            String status,
            @Nullable Instant autoApprovalAt,
            Answer.@Nullable DecidedBy decidedBy,
            Answer.@Nullable Reason reason,
            @Nullable String feedback,
            @Nullable Instant decidedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Explanation(
            String assignmentId,
            String taskId,
            @Nullable Declared review,
            List<String> rules,
            VerdictView verdict,
            @Nullable Evidence evidence) {}

    @GetMapping("/verdict")
    VerdictView verdict(@PathVariable String assignmentId, Caller caller) {
        caller.requireWorkerOn(assignmentId);
        return own(assignmentId, caller)
                .map(ExplanationController::view)
                .or(() -> workings.findById(assignmentId)
                        .filter(working -> working.workerId().equals(caller.accountId()))
                        .map(working -> unsubmitted(assignmentId)))
                .orElseThrow(() -> unknown(assignmentId));
    }

    @GetMapping("/explanation")
    Explanation explanation(@PathVariable String assignmentId, Caller caller) {
        caller.requireWorkerOn(assignmentId);
        var answer = own(assignmentId, caller);
        if (answer.isPresent()) {
            var docket = dockets.find(answer.get().taskId());
            var evidence = docket.map(found -> evidence(found, answer.get())).orElse(null);
            return explain(assignmentId, answer.get().taskId(), docket, view(answer.get()), evidence);
        }
        return workings.findById(assignmentId)
                .filter(working -> working.workerId().equals(caller.accountId()))
                .map(working -> explain(
                        assignmentId,
                        working.taskId(),
                        dockets.find(working.taskId()),
                        unsubmitted(assignmentId),
                        null))
                .orElseThrow(() -> unknown(assignmentId));
    }

    private Optional<Answer> own(String assignmentId, Caller caller) {
        return answers.findById(assignmentId).filter(answer -> answer.workerId().equals(caller.accountId()));
    }

    private static Explanation explain(
            String assignmentId,
            String taskId,
            Optional<Docket> docket,
            VerdictView verdict,
            @Nullable Evidence evidence) {
        var policy = docket.map(Docket::policy).orElse(null);
        var declared = policy == null ? null : declared(policy);
        return new Explanation(assignmentId, taskId, declared, Rules.sentences(policy), verdict, evidence);
    }

    private static Declared declared(Policy policy) {
        return new Declared(
                policy.kind().name().toLowerCase(Locale.ROOT),
                policy.fields(),
                policy.dissent().name().toLowerCase(Locale.ROOT),
                policy.replaceRejected());
    }

    private static @Nullable Evidence evidence(Docket docket, Answer answer) {
        var finding = docket.finding();
        if (finding == null || !docket.settled()) return null;
        boolean yours = finding.labelHash().equals(answer.labelHash());
        return new Evidence(finding.lead(), finding.heard(), finding.share(), yours);
    }

    private static VerdictView view(Answer answer) {
        return new VerdictView(
                answer.assignmentId(),
                answer.status().name(),
                answer.dueAt(),
                answer.decidedBy(),
                answer.reason(),
                answer.feedback(),
                answer.decidedAt());
    }

    private static VerdictView unsubmitted(String assignmentId) {
        return new VerdictView(assignmentId, "ACCEPTED", null, null, null, null, null);
    }

    private static RuntimeException unknown(String assignmentId) {
        return Problem.notFound("assignment", assignmentId).exception();
    }
}
