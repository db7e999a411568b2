package io.kempelen.assignment.lease;

import io.kempelen.assignment.lease.domain.AcceptOutcome;
import io.kempelen.assignment.lease.domain.Lease;
import io.kempelen.assignment.lease.domain.ReturnOutcome;
import io.kempelen.assignment.lease.domain.SubmitOutcome;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Idempotency;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** A worker takes a place, gives it back, or gives an answer. */
@RestController
@RequestMapping("/v1/worker")
class LeaseController {

    private final LeaseService leases;
    private final Answers answers;
    private final Frames frames;

    LeaseController(LeaseService leases, Answers answers, Frames frames) {
        this.leases = leases;
        this.answers = answers;
        this.frames = frames;
    }

    record AcceptedAssignment(String assignmentId, String taskId, Instant deadline, String frameUrl) {}

    record Submission(@Nullable JsonNode answers) {}

    record SubmittedAssignment(String assignmentId, String status, Instant submittedAt) {}

    @PostMapping("/tasks/{taskId}/assignments")
    ResponseEntity<?> accept(Caller caller, @PathVariable String taskId, Idempotency once) {
        caller.require(Role.WORKER);
        return once.answer(() -> switch (leases.accept(caller.accountId(), taskId)) {
            case AcceptOutcome.Accepted accepted ->
                ResponseEntity.status(HttpStatus.CREATED).body(accepted(accepted.lease()));
            case AcceptOutcome.Refused refused -> Refusals.of(refused, taskId).response();
        });
    }

    @PutMapping("/assignments/{id}/submission")
    ResponseEntity<?> submit(Caller caller, @PathVariable String id, @RequestBody Submission submission) {
        caller.requireWorkerOn(id);
        var answer = answers.of(submission.answers());
        return switch (leases.submit(caller.accountId(), id, answer)) {
            case SubmitOutcome.Submitted submitted -> ResponseEntity.ok(submitted(submitted.lease()));
            case SubmitOutcome.Repeated repeated -> ResponseEntity.ok(submitted(repeated.lease()));
            case SubmitOutcome.Refused refused -> Refusals.of(refused, id).response();
        };
    }

    @PostMapping("/assignments/{id}/return")
    ResponseEntity<?> giveBack(Caller caller, @PathVariable String id, Idempotency once) {
        caller.requireWorkerOn(id);
        return once.answer(() -> switch (leases.giveBack(caller.accountId(), id)) {
            case ReturnOutcome.Returned ignored -> ResponseEntity.noContent().build();
            case ReturnOutcome.AlreadyReturned ignored ->
                ResponseEntity.noContent().build();
            case ReturnOutcome.AlreadySubmitted ignored ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "already-submitted",
                                "This assignment was submitted; its answer cannot be taken back.")
                        .response();
            case ReturnOutcome.DeadlinePassed deadlinePassed ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "deadline-passed",
                                "The time for this assignment ended at " + deadlinePassed.deadline()
                                        + "; its place is open again.")
                        .with("deadline", deadlinePassed.deadline())
                        .response();
            case ReturnOutcome.UnknownAssignment ignored ->
                Problem.notFound("assignment", id).response();
        });
    }

    private AcceptedAssignment accepted(Lease lease) {
        return new AcceptedAssignment(lease.assignmentId(), lease.taskId(), lease.deadline(), frames.url(lease));
    }

    private static SubmittedAssignment submitted(Lease lease) {
        return new SubmittedAssignment(lease.assignmentId(), lease.status().name(), lease.endedAtOrThrow());
    }
}
