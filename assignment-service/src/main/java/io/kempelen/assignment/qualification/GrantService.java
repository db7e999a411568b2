package io.kempelen.assignment.qualification;

import io.kempelen.assignment.qualification.Qualifications.Qualification;
import io.kempelen.assignment.qualification.domain.QualificationRequest;
import io.kempelen.assignment.qualification.domain.QualificationType;
import io.kempelen.assignment.qualification.domain.QualificationType.RequestOutcome;
import io.kempelen.messaging.id.Ids;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grants and revokes qualifications, and answers workers who ask for one. Binds later accepts only. */
@Service
class GrantService {

    private final QualificationTypes types;
    private final Qualifications qualifications;
    private final QualificationRequests requests;
    private final QualificationPublisher publisher;
    private final Ids ids;
    private final InstantSource clock;

    GrantService(
            QualificationTypes types,
            Qualifications qualifications,
            QualificationRequests requests,
            QualificationPublisher publisher,
            Ids ids,
            InstantSource clock) {
        this.types = types;
        this.qualifications = qualifications;
        this.requests = requests;
        this.publisher = publisher;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a worker's request brought. */
    sealed interface Requested {

        record Pending(QualificationRequest request) implements Requested {}

        record Granted(QualificationRequest request, int value) implements Requested {}

        record Refused(RequestOutcome why) implements Requested {}

        record UnknownType() implements Requested {}
    }

    /** Grants, or gives another value; the same value again is no news. */
    @Transactional
    public Qualification grant(String typeId, String workerId, int value) {
        var now = clock.instant();
        if (qualifications.grant(typeId, workerId, value, now)) publisher.granted(typeId, workerId, value, now);
        return qualifications.find(typeId, workerId).orElseThrow();
    }

    /** False where the worker does not hold it. */
    @Transactional
    public boolean revoke(String typeId, String workerId) {
        var revoked = qualifications.revoke(typeId, workerId);
        if (revoked) publisher.revoked(typeId, workerId, clock.instant());
        return revoked;
    }

    @Transactional
    public Requested request(String typeId, String workerId) {
        var type = types.findById(typeId).orElse(null);
        if (type == null || type.status() == QualificationType.Status.DISPOSED) return new Requested.UnknownType();
        var held = qualifications
                .find(typeId, workerId)
                .filter(Qualification::isGranted)
                .isPresent();
        var last = requests.findLast(workerId, typeId).orElse(null);
        var now = clock.instant();
        var request = new QualificationRequest(
                ids.next(), typeId, workerId, type.requesterId(), QualificationRequest.Status.PENDING, now, null, null);
        return switch (type.request(held, last, now)) {
            case RequestOutcome.GrantAtOnce grantAtOnce -> {
                requests.insert(request.decided(QualificationRequest.Status.GRANTED, now, null));
                grant(typeId, workerId, grantAtOnce.value());
                yield new Requested.Granted(request, grantAtOnce.value());
            }
            case RequestOutcome.AskRequester ignored -> {
                requests.insert(request);
                if (!requests.existsById(request.qualificationRequestId())) yield alreadyRequested(workerId, typeId);
                publisher.requested(request);
                yield new Requested.Pending(request);
            }
            case RequestOutcome.NotRequestable refusal -> new Requested.Refused(refusal);
            case RequestOutcome.AlreadyHeld refusal -> new Requested.Refused(refusal);
            case RequestOutcome.AlreadyRequested refusal -> new Requested.Refused(refusal);
            case RequestOutcome.TooEarly refusal -> new Requested.Refused(refusal);
        };
    }

    /** The request as decided; one that was decided before stays as it is; nothing where it is not this requester's. */
    @Transactional
    public Optional<QualificationRequest> decide(
            String requesterId, String requestId, @Nullable Integer value, @Nullable String reason) {
        var request = requests.lock(requestId)
                .filter(found -> found.requesterId().equals(requesterId))
                .orElse(null);
        if (request == null || !request.isPending()) return Optional.ofNullable(request);
        var how = value == null ? QualificationRequest.Status.REJECTED : QualificationRequest.Status.GRANTED;
        if (value != null) grant(request.qualificationTypeId(), request.workerId(), value);
        return Optional.of(requests.update(request.decided(how, clock.instant(), reason)));
    }

    private Requested alreadyRequested(String workerId, String typeId) {
        var pending = requests.findLast(workerId, typeId).orElseThrow();
        return new Requested.Refused(new RequestOutcome.AlreadyRequested(pending.qualificationRequestId()));
    }
}
