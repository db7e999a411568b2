package io.kempelen.assignment;

import io.kempelen.events.Dissent;
import io.kempelen.events.ExtensionReason;
import io.kempelen.events.Money;
import io.kempelen.events.QualificationRequirement;
import io.kempelen.events.ReviewPolicy;
import io.kempelen.events.ReviewPolicyKind;
import io.kempelen.events.TaskDisposed;
import io.kempelen.events.TaskExpirationChanged;
import io.kempelen.events.TaskExtended;
import io.kempelen.events.TaskPublished;
import java.time.Instant;
import java.util.List;

/** Events as task-service would write them. */
public final class TaskFacts {

    public static final String TOPIC = "kempelen.tasks";
    public static final String OWN_TOPIC = "kempelen.assignments";

    private TaskFacts() {}

    public static TaskPublished published(String taskId, int places, long durationSeconds) {
        return published(taskId, "AREQUESTER", places, durationSeconds, List.of());
    }

    public static TaskPublished published(
            String taskId,
            String requesterId,
            int places,
            long durationSeconds,
            List<QualificationRequirement> requirements) {
        var now = Instant.ofEpochMilli(System.currentTimeMillis());
        return TaskPublished.newBuilder()
                .setTaskId(taskId)
                .setTaskTypeId("3TYPE")
                .setBatchId("3BATCH" + requesterId)
                .setRequesterId(requesterId)
                .setFundsId(taskId)
                .setTitle("Label a picture")
                .setDescription("Say what is in it.")
                .setKeywords("image, label")
                .setReward(new Money(5L, "USD"))
                .setFee(new Money(1L, "USD"))
                .setPlaces(places)
                .setAssignmentDurationSeconds(durationSeconds)
                .setAutoApprovalDelaySeconds(60)
                .setRequirements(requirements)
                .setReviewPolicy(new ReviewPolicy(ReviewPolicyKind.REQUESTER, List.of(), Dissent.WAIT, false))
                .setTemplateVersion("0")
                .setExpiresAt(now.plusSeconds(3600))
                .setPublishedAt(now)
                .build();
    }

    public static TaskExtended extended(String taskId, int added, int places) {
        return new TaskExtended(taskId, "AREQUESTER", added, places, ExtensionReason.REQUESTER, now());
    }

    public static TaskExpirationChanged expiring(String taskId, Instant at, int reopened) {
        return new TaskExpirationChanged(taskId, "AREQUESTER", at, reopened, now());
    }

    public static TaskDisposed disposed(String taskId) {
        return new TaskDisposed(taskId, "AREQUESTER", now());
    }

    public static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }
}
