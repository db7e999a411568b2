package io.kempelen.assignment.lease;

import io.kempelen.assignment.lease.domain.AcceptOutcome;
import io.kempelen.assignment.lease.domain.Application;
import io.kempelen.assignment.lease.domain.ReturnOutcome;
import io.kempelen.assignment.lease.domain.SubmitOutcome;
import io.kempelen.messaging.id.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives places to workers, takes them back, and takes answers: each place to one, each answer once. */
@Service
class LeaseService {

    private final Applications applications;
    private final StripeLocks stripes;
    private final Leases leases;
    private final Drafts drafts;
    private final LeasePublisher publisher;
    private final Ids ids;
    private final InstantSource clock;

    LeaseService(
            Applications applications,
            StripeLocks stripes,
            Leases leases,
            Drafts drafts,
            LeasePublisher publisher,
            Ids ids,
            InstantSource clock) {
        this.applications = applications;
        this.stripes = stripes;
        this.leases = leases;
        this.drafts = drafts;
        this.publisher = publisher;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public AcceptOutcome accept(String workerId, String taskId) {
        var application = applications.find(workerId, taskId).orElse(null);
        if (application == null) return new AcceptOutcome.UnknownTask();
        var now = clock.instant();
        var refusal = application.refusal(now);
        return refusal != null ? refusal : take(application, now);
    }

    /** First without waiting; where a place is free but somebody is busy with it, waits before saying that none is left. */
    private AcceptOutcome take(Application application, Instant now) {
        var wanted = application.lease(ids.next(), 0, now);
        var taken = stripes.take(wanted);
        if (!taken.placeFound()) {
            var none = none(stripes.see(application.taskId()));
            if (none == null) none = none(stripes.lockAll(application.taskId()));
            if (none != null) return none;
            taken = stripes.take(wanted);
        }
        var stripe = taken.stripe();
        if (stripe == null) return alreadyYours(application);
        var lease = application.lease(wanted.assignmentId(), stripe, now);
        publisher.accepted(lease);
        return new AcceptOutcome.Accepted(lease);
    }

    private static AcceptOutcome.@Nullable Refused none(List<Stripe> all) {
        if (all.stream().noneMatch(Stripe::open)) return new AcceptOutcome.TaskClosed();
        return all.stream().anyMatch(stripe -> stripe.free() > 0) ? null : new AcceptOutcome.NoPlaceLeft();
    }

    /** The same worker's other request was faster by a hair. */
    private AcceptOutcome alreadyYours(Application application) {
        return applications
                .find(application.workerId(), application.taskId())
                .map(Application::currentAssignmentId)
                .<AcceptOutcome>map(AcceptOutcome.AlreadyYours::new)
                .orElseGet(AcceptOutcome.NoPlaceLeft::new);
    }

    /** The row under lock decides, so neither the expiry nor a slow clock elsewhere can make two outcomes of one lease. */
    @Transactional
    public SubmitOutcome submit(String workerId, String assignmentId, Answer answer) {
        var held = leases.lock(assignmentId, workerId).orElse(null);
        if (held == null) return new SubmitOutcome.UnknownAssignment();
        var now = clock.instant();
        var outcome = held.lease().submit(now, answer.hash());
        switch (outcome) {
            case SubmitOutcome.Submitted submitted -> {
                leases.submit(submitted.lease());
                publisher.submitted(held.with(submitted.lease()), answer);
            }
            case SubmitOutcome.DeadlinePassed ignored -> drafts.save(assignmentId, answer, "deadline-passed", now);
            case SubmitOutcome.AlreadySubmitted ignored -> drafts.save(assignmentId, answer, "already-submitted", now);
            case SubmitOutcome.WasReturned ignored -> drafts.save(assignmentId, answer, "returned", now);
            case SubmitOutcome.Repeated ignored -> {}
            case SubmitOutcome.UnknownAssignment ignored -> {}
        }
        return outcome;
    }

    @Transactional
    public ReturnOutcome giveBack(String workerId, String assignmentId) {
        var seen = leases.find(assignmentId, workerId).orElse(null);
        if (seen == null) return new ReturnOutcome.UnknownAssignment();
        var stripe = stripes.lock(seen.taskId(), seen.stripe());
        var held = leases.lock(assignmentId, workerId).orElseThrow();
        var outcome = held.lease().giveBack(clock.instant());
        if (outcome instanceof ReturnOutcome.Returned returned) {
            var lease = returned.lease();
            leases.giveBack(lease);
            if (stripe.open()) stripes.release(Map.of(stripe, 1));
            publisher.returned(held.with(lease), !stripe.open());
        }
        return outcome;
    }
}
