package io.kempelen.assignment.lease;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kempelen.assignment.lease.LeaseViews.View;
import io.kempelen.assignment.lease.domain.Lease;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A worker looks at own assignments. */
@RestController
@RequestMapping("/v1/worker/assignments")
class LeaseViewController {

    private static final Set<String> STATUSES =
            Set.of("ACCEPTED", "SUBMITTED", "APPROVED", "REJECTED", "RETURNED", "ABANDONED");

    /** Greater than every id. */
    private static final String END = "~";

    private final LeaseViews views;
    private final Leases leases;
    private final Drafts drafts;
    private final Frames frames;

    LeaseViewController(LeaseViews views, Leases leases, Drafts drafts, Frames frames) {
        this.views = views;
        this.leases = leases;
        this.drafts = drafts;
        this.frames = frames;
    }

    record DraftView(@JsonRawValue String answers, String reason, Instant savedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Detail(
            @JsonUnwrapped View view,
            @Nullable String frameUrl,
            @Nullable DraftView draft) {}

    @GetMapping
    Page<View> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        caller.require(Role.WORKER);
        if (status != null && !STATUSES.contains(status)) {
            throw Problem.invalid("status", "status is \"" + status + "\", but must be one of " + STATUSES + ".")
                    .exception();
        }
        var size = Page.limit(limit);
        var before = Cursor.decode(cursor);
        var rows = views.page(caller.accountId(), status, before == null ? END : before, size + 1);
        return Page.of(rows, size, View::assignmentId);
    }

    @GetMapping("/{id}")
    Detail one(Caller caller, @PathVariable String id) {
        caller.requireWorkerOn(id);
        var view = views.find(caller.accountId(), id)
                .orElseThrow(() -> Problem.notFound("assignment", id).exception());
        var frameUrl = leases.find(id, caller.accountId())
                .filter(lease -> lease.status() == Lease.Status.ACCEPTED)
                .map(frames::url)
                .orElse(null);
        var draft = drafts.find(id)
                .map(kept -> new DraftView(kept.answer(), kept.reason(), kept.savedAt()))
                .orElse(null);
        return new Detail(view, frameUrl, draft);
    }
}
