package io.kempelen.assignment.lease;

import io.kempelen.assignment.lease.domain.SubmitOutcome;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes the form of a task frame, as Mechanical Turk did: a browser sends it, so a browser's page is the answer. */
@RestController
class FrameController {

    private static final String PREVIEW = "ASSIGNMENT_ID_NOT_AVAILABLE";

    private final LeaseService leases;
    private final Answers answers;

    FrameController(LeaseService leases, Answers answers) {
        this.leases = leases;
        this.answers = answers;
    }

    @PostMapping("/mturk/externalSubmit")
    ResponseEntity<?> submit(
            Caller caller,
            HttpServletRequest form,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "text/html") String accept) {
        try {
            var assignmentId = assignment(caller, form.getParameter("assignmentId"));
            caller.requireWorkerOn(assignmentId);
            var answer = answers.of(form.getParameterMap());
            return switch (leases.submit(caller.accountId(), assignmentId, answer)) {
                case SubmitOutcome.Submitted ignored -> FramePages.thanks();
                case SubmitOutcome.Repeated ignored -> FramePages.thanks();
                case SubmitOutcome.Refused refused -> answer(Refusals.of(refused, assignmentId), accept);
            };
        } catch (ProblemException refusal) {
            return answer(refusal.problem(), accept);
        }
    }

    /** A capability names its assignment; the form may name it too, but no other. */
    private static String assignment(Caller caller, @Nullable String named) {
        if (PREVIEW.equals(named)) throw preview().exception();
        var own = caller.assignmentId();
        var blank = named == null || named.isBlank();
        if (own != null && (blank || own.equals(named))) return own;
        if (own == null && named != null && !blank) return named;
        throw own == null ? missing().exception() : foreign().exception();
    }

    private static Problem preview() {
        return Problem.of(
                HttpStatus.CONFLICT, "preview", "This was only a preview. Accept the task, then do it and submit.");
    }

    private static Problem missing() {
        return Problem.invalid("assignmentId", "The form has no field assignmentId, so nobody knows what it answers.");
    }

    private static Problem foreign() {
        return Problem.of(
                HttpStatus.FORBIDDEN, "other-assignment", "This form belongs to another assignment than its frame.");
    }

    private static ResponseEntity<?> answer(Problem problem, String accept) {
        var wantsData = accept.contains("json") && !accept.contains(MediaType.TEXT_HTML_VALUE);
        return wantsData ? problem.response() : FramePages.problem(problem);
    }
}
