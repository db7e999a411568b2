package io.kempelen.task.tasktype;

import io.kempelen.messaging.id.Ids;
import io.kempelen.task.tasktype.domain.TaskProperties;
import io.kempelen.task.tasktype.domain.TaskType;
import java.time.InstantSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the one type that has certain properties, or makes it. */
@Service
public class TaskTypeService {

    private final TaskTypes types;
    private final Requirements requirements;
    private final TaskTypePublisher publisher;
    private final Ids ids;
    private final InstantSource clock;

    TaskTypeService(
            TaskTypes types, Requirements requirements, TaskTypePublisher publisher, Ids ids, InstantSource clock) {
        this.types = types;
        this.requirements = requirements;
        this.publisher = publisher;
        this.ids = ids;
        this.clock = clock;
    }

    /** Two callers at once get the same type: the unique key decides, and only the winner tells of it. */
    @Transactional
    public TaskType findOrCreate(String requesterId, TaskProperties properties) {
        var digest = properties.checked().digest();
        return types.findByRequesterIdAndDigest(requesterId, digest)
                .orElseGet(() -> create(requesterId, digest, properties));
    }

    private TaskType create(String requesterId, String digest, TaskProperties said) {
        var type = new TaskType(
                ids.next(),
                requesterId,
                digest,
                said.title(),
                said.description(),
                said.keywords(),
                said.reward(),
                said.currency(),
                said.assignmentDurationSeconds(),
                said.autoApprovalDelaySeconds(),
                requirements.write(said.requirements()),
                clock.instant());
        if (!saved(type))
            return types.findByRequesterIdAndDigest(requesterId, digest).orElseThrow();
        publisher.created(type);
        return type;
    }

    private boolean saved(TaskType type) {
        return types.saveIfNew(
                        type.taskTypeId(),
                        type.requesterId(),
                        type.digest(),
                        type.title(),
                        type.description(),
                        type.keywords(),
                        type.reward(),
                        type.currency(),
                        type.assignmentDurationSeconds(),
                        type.autoApprovalDelaySeconds(),
                        type.requirements(),
                        type.createdAt())
                == 1;
    }
}
