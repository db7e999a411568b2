package io.kempelen.review;

import io.kempelen.events.AssignmentAccepted;
import io.kempelen.events.AssignmentSubmitted;
import io.kempelen.events.Dissent;
import io.kempelen.events.ExtensionReason;
import io.kempelen.events.Money;
import io.kempelen.events.ReviewPolicy;
import io.kempelen.events.ReviewPolicyKind;
import io.kempelen.events.TaskClosed;
import io.kempelen.events.TaskDisposed;
import io.kempelen.events.TaskExpirationChanged;
import io.kempelen.events.TaskExtended;
import io.kempelen.events.TaskPublished;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KafkaProbe;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** One task and what the other services say about it. */
public final class Facts {

    public static final String TASKS = "kempelen.tasks";
    public static final String ASSIGNMENTS = "kempelen.assignments";
    public static final String REVIEWS = "kempelen.reviews";
    public static final String PAYOUTS = "kempelen.payouts";
    public static final long MONTH = 2_592_000;

    private static final Ids IDS = new Ids();

    private final KafkaProbe probe;
    public final String taskId = IDS.next();
    public final String requesterId = "AREQ" + IDS.next().substring(18);

    public Facts(KafkaProbe probe) {
        this.probe = probe;
    }

    public static ReviewPolicy byRequester(boolean replaceRejected) {
        return ReviewPolicy.newBuilder()
                .setKind(ReviewPolicyKind.REQUESTER)
                .setReplaceRejected(replaceRejected)
                .build();
    }

    public static ReviewPolicy byMajority(Dissent dissent, boolean replaceRejected) {
        return ReviewPolicy.newBuilder()
                .setKind(ReviewPolicyKind.MAJORITY)
                .setFields(List.of("label"))
                .setDissent(dissent)
                .setReplaceRejected(replaceRejected)
                .build();
    }

    public void published(ReviewPolicy policy, int places) {
        probe.sendTwice(TASKS, taskId, task(policy, places));
    }

    public TaskPublished task(ReviewPolicy policy, int places) {
        return TaskPublished.newBuilder()
                .setTaskId(taskId)
                .setTaskTypeId(IDS.next())
                .setRequesterId(requesterId)
                .setFundsId(taskId)
                .setTitle("Name the animal")
                .setDescription("Look and name.")
                .setKeywords("picture")
                .setReward(new Money(5L, "USD"))
                .setFee(new Money(1L, "USD"))
                .setPlaces(places)
                .setAssignmentDurationSeconds(600)
                .setAutoApprovalDelaySeconds(MONTH)
                .setRequirements(List.of())
                .setReviewPolicy(policy)
                .setTemplateVersion("0")
                .setExpiresAt(now().plusSeconds(86_400))
                .setPublishedAt(now())
                .build();
    }

    public String accepted(String workerId) {
        var id = IDS.next();
        probe.sendTwice(
                ASSIGNMENTS,
                taskId,
                AssignmentAccepted.newBuilder()
                        .setAssignmentId(id)
                        .setTaskId(taskId)
                        .setWorkerId(workerId)
                        .setRequesterId(requesterId)
                        .setAcceptedAt(now())
                        .setDeadline(now().plusSeconds(600))
                        .build());
        return id;
    }

    /** An answer comes, delivered twice, and is approved after so many seconds. */
    public String submitted(String label, long delaySeconds) {
        return submitted(IDS.next(), label, delaySeconds, now());
    }

    public String submitted(String id, String label, long delaySeconds, Instant at) {
        probe.sendTwice(ASSIGNMENTS, taskId, submission(id, label, delaySeconds, at));
        return id;
    }

    public AssignmentSubmitted submission(String id, String label, long delaySeconds, Instant at) {
        var body = "{\"label\":[\"" + label + "\"],\"boxes\":[\"a\",\"b\"]}";
        return AssignmentSubmitted.newBuilder()
                .setAssignmentId(id)
                .setTaskId(taskId)
                .setWorkerId(worker(id))
                .setRequesterId(requesterId)
                .setFundsId(taskId)
                .setReward(new Money(5L, "USD"))
                .setFee(new Money(1L, "USD"))
                .setAnswer(ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)))
                .setAutoApprovalDelaySeconds(delaySeconds)
                .setAcceptedAt(at.minusSeconds(30))
                .setSubmittedAt(at)
                .build();
    }

    public void extended(int additional, int places, ExtensionReason reason) {
        probe.sendTwice(
                TASKS,
                taskId,
                TaskExtended.newBuilder()
                        .setTaskId(taskId)
                        .setRequesterId(requesterId)
                        .setAdditionalPlaces(additional)
                        .setPlaces(places)
                        .setReason(reason)
                        .setExtendedAt(now())
                        .build());
    }

    /** The same event each time: what is sent with its id once more is a repetition. */
    public void reopened(UUID eventId, int places) {
        probe.send(
                TASKS,
                taskId,
                TaskExpirationChanged.newBuilder()
                        .setTaskId(taskId)
                        .setRequesterId(requesterId)
                        .setExpiresAt(Instant.parse("2099-01-01T00:00:00Z"))
                        .setReopenedPlaces(places)
                        .setChangedAt(Instant.EPOCH)
                        .build(),
                eventId);
    }

    public void closed(UUID eventId, int closing, int neverTaken) {
        probe.send(
                ASSIGNMENTS,
                taskId,
                TaskClosed.newBuilder()
                        .setTaskId(taskId)
                        .setRequesterId(requesterId)
                        .setFundsId(taskId)
                        .setReward(new Money(5L, "USD"))
                        .setFee(new Money(1L, "USD"))
                        .setClosing(closing)
                        .setNeverTaken(neverTaken)
                        .setPending(0)
                        .setClosedAt(now())
                        .build(),
                eventId);
    }

    public void disposed() {
        probe.sendTwice(
                TASKS,
                taskId,
                TaskDisposed.newBuilder()
                        .setTaskId(taskId)
                        .setRequesterId(requesterId)
                        .setDisposedAt(now())
                        .build());
    }

    /** The worker who gave the answer. */
    public static String worker(String assignmentId) {
        return "AW" + assignmentId.substring(18);
    }

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
