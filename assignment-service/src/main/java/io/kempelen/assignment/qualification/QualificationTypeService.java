package io.kempelen.assignment.qualification;

import io.kempelen.assignment.qualification.domain.QualificationType;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes and ends kinds of qualifications. */
@Service
class QualificationTypeService {

    private final QualificationTypes types;
    private final QualificationPublisher publisher;

    QualificationTypeService(QualificationTypes types, QualificationPublisher publisher) {
        this.types = types;
        this.publisher = publisher;
    }

    /** False where the requester has another type of that name. */
    @Transactional
    public boolean create(QualificationType type) {
        types.insert(type);
        if (!types.existsById(type.qualificationTypeId())) return false;
        publisher.created(type);
        return true;
    }

    /** The type of this requester; somebody else's, or a disposed one, is nobody's. */
    @Transactional(readOnly = true)
    public Optional<QualificationType> find(String requesterId, String typeId) {
        return types.findById(typeId)
                .filter(type -> type.requesterId().equals(requesterId))
                .filter(type -> type.status() != QualificationType.Status.DISPOSED);
    }

    @Transactional
    public Optional<QualificationType> change(String requesterId, String typeId, QualificationType.Status status) {
        return find(requesterId, typeId).map(type -> types.update(type.as(status)));
    }
}
