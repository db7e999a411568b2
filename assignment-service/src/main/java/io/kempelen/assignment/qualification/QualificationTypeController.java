package io.kempelen.assignment.qualification;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kempelen.assignment.qualification.domain.QualificationType;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.Idempotency;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A requester's own kinds of qualifications. */
@RestController
@RequestMapping("/v1/qualification-types")
class QualificationTypeController {

    private final QualificationTypeService service;
    private final QualificationTypes types;
    private final Ids ids;
    private final InstantSource clock;

    QualificationTypeController(
            QualificationTypeService service, QualificationTypes types, Ids ids, InstantSource clock) {
        this.service = service;
        this.types = types;
        this.ids = ids;
        this.clock = clock;
    }

    record Draft(
            @Nullable String name,
            @Nullable String description,
            @Nullable String keywords,
            @Nullable String status,
            @Nullable Boolean autoGranted,
            @Nullable Integer autoGrantedValue,
            @Nullable Long retryDelaySeconds) {}

    record StatusChange(@Nullable String status) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String qualificationTypeId,
            String name,
            String description,
            String keywords,
            String status,
            boolean autoGranted,
            @Nullable Integer autoGrantedValue,
            @Nullable Long retryDelaySeconds,
            Instant createdAt) {

        static View of(QualificationType type) {
            return new View(
                    type.qualificationTypeId(),
                    type.name(),
                    type.description(),
                    type.keywords(),
                    type.status().name(),
                    type.autoGrantedValue() != null,
                    type.autoGrantedValue(),
                    type.retryDelaySeconds(),
                    type.createdAt());
        }
    }

    @PostMapping
    ResponseEntity<?> create(Caller caller, @RequestBody Draft draft, Idempotency once) {
        caller.require(Role.REQUESTER);
        var type = Drafted.type(draft, ids.next(), caller.accountId(), clock.instant());
        return once.answer(() -> service.create(type)
                ? ResponseEntity.status(HttpStatus.CREATED).body(View.of(type))
                : Problem.of(
                                HttpStatus.CONFLICT,
                                "name-taken",
                                "You have already created a qualification type with the name \"" + type.name() + "\".")
                        .with("field", "name")
                        .response());
    }

    @GetMapping
    Page<View> list(
            Caller caller,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var size = Page.limit(limit);
        var position = Cursor.decode(cursor);
        var after = position == null ? "" : position;
        var rows = caller.is(Role.WORKER)
                ? types.pageOfRequestable(search, after, size + 1)
                : types.pageOfRequester(caller.accountId(), search, after, size + 1);
        return Page.of(rows, size, QualificationType::qualificationTypeId).map(View::of);
    }

    @GetMapping("/{id}")
    View one(Caller caller, @PathVariable String id) {
        caller.require(Role.REQUESTER);
        return service.find(caller.accountId(), id).map(View::of).orElseThrow(() -> unknown(id));
    }

    @PatchMapping("/{id}")
    View change(Caller caller, @PathVariable String id, @RequestBody StatusChange change) {
        caller.require(Role.REQUESTER);
        return service.change(caller.accountId(), id, Drafted.status(change.status()))
                .map(View::of)
                .orElseThrow(() -> unknown(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dispose(Caller caller, @PathVariable String id) {
        caller.require(Role.REQUESTER);
        if (service.change(caller.accountId(), id, QualificationType.Status.DISPOSED)
                .isEmpty()) throw unknown(id);
    }

    private static RuntimeException unknown(String id) {
        return Problem.notFound("qualification type", id).exception();
    }
}
