package io.kempelen.assignment.qualification;

import io.kempelen.assignment.qualification.Qualifications.Qualification;
import io.kempelen.assignment.qualification.domain.SystemType;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who holds a qualification: its requester decides; Masters is in the hands of operators. */
@RestController
@RequestMapping("/v1/qualification-types/{id}/workers")
class GrantController {

    private static final Pattern WORKER_ID = Pattern.compile("A[A-Z0-9]{1,63}");

    private final QualificationTypeService types;
    private final GrantService grants;
    private final Qualifications qualifications;

    GrantController(QualificationTypeService types, GrantService grants, Qualifications qualifications) {
        this.types = types;
        this.grants = grants;
        this.qualifications = qualifications;
    }

    record Value(@Nullable Integer value) {}

    @GetMapping
    Page<Qualification> list(
            Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "GRANTED") String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        mustOwn(caller, id);
        var size = Page.limit(limit);
        var after = Cursor.decode(cursor);
        var rows = qualifications.pageOfType(id, status, after == null ? "" : after, size + 1);
        return Page.of(rows, size, Qualification::workerId);
    }

    @GetMapping("/{workerId}")
    Qualification one(Caller caller, @PathVariable String id, @PathVariable String workerId) {
        mustOwn(caller, id);
        return qualifications
                .find(id, workerId)
                .filter(Qualification::isGranted)
                .orElseThrow(() -> notHeld(id, workerId));
    }

    @PutMapping("/{workerId}")
    Qualification grant(
            Caller caller,
            @PathVariable String id,
            @PathVariable String workerId,
            @RequestBody(required = false) @Nullable Value body) {
        mustOwn(caller, id);
        if (!WORKER_ID.matcher(workerId).matches()) {
            throw Problem.invalid("workerId", "\"" + workerId + "\" is no worker's id: those begin with A.")
                    .exception();
        }
        var value = body == null ? null : body.value();
        return grants.grant(id, workerId, value == null ? 1 : value);
    }

    @DeleteMapping("/{workerId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable String id, @PathVariable String workerId) {
        mustOwn(caller, id);
        if (!grants.revoke(id, workerId)) throw notHeld(id, workerId);
    }

    private void mustOwn(Caller caller, String typeId) {
        var granted = SystemType.of(typeId).filter(SystemType::isGranted);
        if (granted.isPresent() && caller.is(Role.OPERATOR)) return;
        caller.require(Role.REQUESTER);
        if (types.find(caller.accountId(), typeId).isEmpty()) {
            throw Problem.notFound("qualification type", typeId).exception();
        }
    }

    private static RuntimeException notHeld(String typeId, String workerId) {
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "qualification-not-held",
                        "Worker " + workerId + " does not hold the qualification " + typeId + ".")
                .exception();
    }
}
