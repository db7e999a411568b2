package io.kempelen.assignment.qualification;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kempelen.assignment.qualification.GrantService.Requested;
import io.kempelen.assignment.qualification.Qualifications.Qualification;
import io.kempelen.assignment.qualification.domain.QualificationRequest;
import io.kempelen.assignment.qualification.domain.QualificationType.RequestOutcome;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.Idempotency;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Workers ask for qualifications; requesters decide. */
@RestController
class RequestController {

    private final GrantService grants;
    private final QualificationRequests requests;
    private final Qualifications qualifications;

    RequestController(GrantService grants, QualificationRequests requests, Qualifications qualifications) {
        this.grants = grants;
        this.requests = requests;
        this.qualifications = qualifications;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String qualificationRequestId,
            String qualificationTypeId,
            String status,
            @Nullable Integer value) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String qualificationRequestId,
            String qualificationTypeId,
            String workerId,
            String status,
            Instant requestedAt,
            @Nullable Instant decidedAt,
            @Nullable String reason) {

        static View of(QualificationRequest request) {
            return new View(
                    request.qualificationRequestId(),
                    request.qualificationTypeId(),
                    request.workerId(),
                    request.status().name(),
                    request.requestedAt(),
                    request.decidedAt(),
                    request.reason());
        }
    }

    record Grant(@Nullable Integer value) {}

    record Rejection(@Nullable String reason) {}

    @PostMapping("/v1/worker/qualification-types/{id}/requests")
    ResponseEntity<?> request(Caller caller, @PathVariable String id, Idempotency once) {
        caller.require(Role.WORKER);
        return once.answer(() -> switch (grants.request(id, caller.accountId())) {
            case Requested.Pending pending -> created(pending.request(), "PENDING", null);
            case Requested.Granted granted -> created(granted.request(), "GRANTED", granted.value());
            case Requested.UnknownType ignored ->
                Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no qualification type " + id + ".")
                        .response();
            case Requested.Refused refused -> refused(refused.why()).response();
        });
    }

    @GetMapping("/v1/worker/qualifications")
    Page<Qualification> held(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        caller.require(Role.WORKER);
        var size = Page.limit(limit);
        var after = Cursor.decode(cursor);
        var rows = qualifications.pageOfWorker(caller.accountId(), after == null ? "" : after, size + 1);
        return Page.of(rows, size, Qualification::qualificationTypeId);
    }

    @GetMapping("/v1/qualification-requests")
    Page<View> pending(
            Caller caller,
            @RequestParam(required = false) @Nullable String qualificationTypeId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        caller.require(Role.REQUESTER);
        var size = Page.limit(limit);
        var after = Cursor.decode(cursor);
        var rows = requests.pagePending(caller.accountId(), qualificationTypeId, after == null ? "" : after, size + 1);
        return Page.of(rows, size, QualificationRequest::qualificationRequestId).map(View::of);
    }

    @PostMapping("/v1/qualification-requests/{id}/grant")
    ResponseEntity<?> grant(
            Caller caller,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Grant body,
            Idempotency once) {
        caller.require(Role.REQUESTER);
        var value = body == null ? null : body.value();
        return once.answer(() -> decided(caller, id, value == null ? Integer.valueOf(1) : value, null));
    }

    @PostMapping("/v1/qualification-requests/{id}/reject")
    ResponseEntity<?> reject(
            Caller caller,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Rejection body,
            Idempotency once) {
        caller.require(Role.REQUESTER);
        return once.answer(() -> decided(caller, id, null, body == null ? null : body.reason()));
    }

    private ResponseEntity<?> decided(Caller caller, String id, @Nullable Integer value, @Nullable String reason) {
        var wanted = value == null ? QualificationRequest.Status.REJECTED : QualificationRequest.Status.GRANTED;
        var request = grants.decide(caller.accountId(), id, value, reason).orElse(null);
        if (request == null)
            return Problem.notFound("qualification request", id).response();
        if (request.status() == wanted) return ResponseEntity.ok(View.of(request));
        return Problem.of(HttpStatus.CONFLICT, "wrong-state", "This request is " + request.status() + " already.")
                .response();
    }

    private static ResponseEntity<?> created(QualificationRequest request, String status, @Nullable Integer value) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new Answer(request.qualificationRequestId(), request.qualificationTypeId(), status, value));
    }

    private static Problem refused(RequestOutcome why) {
        return switch (why) {
            case RequestOutcome.AlreadyHeld ignored -> conflict("already-held", "You hold this qualification already.");
            case RequestOutcome.AlreadyRequested alreadyRequested ->
                conflict("already-requested", "You have asked for this qualification; nobody has decided yet.")
                        .with("qualificationRequestId", alreadyRequested.requestId());
            case RequestOutcome.NotRequestable ignored ->
                conflict("not-requestable", "This qualification cannot be asked for at the moment.");
            case RequestOutcome.TooEarly tooEarly ->
                tooEarly.retryAt() == null
                        ? conflict("asked-before", "This qualification can be asked for once only.")
                        : conflict("asked-before", "You may ask again from " + tooEarly.retryAt() + " on.")
                                .with("retryAt", tooEarly.retryAt());
            case RequestOutcome.GrantAtOnce ignored -> throw new IllegalStateException("No refusal: " + why);
            case RequestOutcome.AskRequester ignored -> throw new IllegalStateException("No refusal: " + why);
        };
    }

    private static Problem conflict(String type, String detail) {
        return Problem.of(HttpStatus.CONFLICT, type, detail);
    }
}
