package io.kempelen.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.events.AccountKind;
import io.kempelen.events.AccountOpened;
import io.kempelen.events.AssignmentAccepted;
import io.kempelen.events.AssignmentApproved;
import io.kempelen.events.AssignmentRejected;
import io.kempelen.events.AssignmentSubmitted;
import io.kempelen.events.DecidedBy;
import io.kempelen.events.Money;
import io.kempelen.events.RejectionReason;
import io.kempelen.events.RewardPaid;
import io.kempelen.events.TaskClosed;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What requesters and the other services do, in few words. */
@TestComponent
class Scene {

    static final String SERVICE = "task-service";
    private static final Money REWARD = new Money(5L, "USD");
    private static final Money FEE = new Money(PayoutStub.FEE, "USD");

    private final TestApi api;
    private final KafkaProbe probe;
    private final JdbcTemplate jdbc;
    private final Ids ids = new Ids();
    private final AtomicLong numbers = new AtomicLong();

    Scene(TestApi api, KafkaProbe probe, JdbcTemplate jdbc) {
        this.api = api;
        this.probe = probe;
        this.jdbc = jdbc;
    }

    String requester(String kind) {
        return "A" + kind + ids.next().substring(20);
    }

    static String token(String requester) {
        return Tokens.requester(requester, SERVICE);
    }

    static Map<String, Object> taskRequest(int places) {
        var request = new LinkedHashMap<String, Object>();
        request.put("title", "Name the colour");
        request.put("description", "One word is enough");
        request.put("keywords", "colour, quick");
        request.put("reward", "0.05");
        request.put("template", "<p>${thing}</p><input name=colour>");
        request.put("input", Map.of("thing", "sky"));
        request.put("places", places);
        return request;
    }

    String openTask(String requester, int places) {
        var answer = api.post(token(requester), "/v1/tasks", taskRequest(places));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("taskId").asString();
    }

    String project(String requester, Map<String, Object> more) {
        var request = taskRequest(1);
        request.keySet().removeAll(List.of("input", "places"));
        request.put("name", "Colours");
        request.putAll(more);
        var answer = api.post(token(requester), "/v1/projects", request);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("projectId").asString();
    }

    TestApi.Answer upload(String requester, String projectId, String csv, Map<String, String> headers) {
        return api.send(token(requester), "POST", "/v1/projects/" + projectId + "/batches", csv, "text/csv", headers);
    }

    JsonNode task(String requester, String taskId) {
        return api.get(token(requester), "/v1/tasks/" + taskId).json();
    }

    JsonNode batch(String requester, String batchId) {
        return api.get(token(requester), "/v1/batches/" + batchId).json();
    }

    /** Available, pending, submitted, approved and rejected places. */
    String counters(String requester, String taskId) {
        var counters = task(requester, taskId).path("counters");
        return List.of("available", "pending", "submitted", "approved", "rejected").stream()
                .map(name -> counters.path(name).asString())
                .collect(java.util.stream.Collectors.joining(" "));
    }

    /** What is kept of a requester. */
    long rowsOf(String requester) {
        var count = jdbc.queryForObject(
                "SELECT (SELECT count(*) FROM task WHERE requester_id = ?) + (SELECT count(*) FROM batch WHERE requester_id = ?)",
                Long.class,
                requester,
                requester);
        return count == null ? 0 : count;
    }

    /** A requester whose account is known to be in this currency. */
    void opened(String requester, String currency) {
        probe.sendTwice(
                "kempelen.accounts",
                requester,
                new AccountOpened(requester, AccountKind.REQUESTER, currency, null, null, now()));
        until(
                () -> "account " + requester,
                () -> !jdbc.queryForList("SELECT 1 FROM account WHERE account_id = ?", requester)
                        .isEmpty());
    }

    /** Waits until something is so. */
    static void until(Supplier<String> what, BooleanSupplier so) {
        var end = Instant.now().plus(Duration.ofMinutes(1));
        while (!so.getAsBoolean()) {
            if (Instant.now().isAfter(end)) throw new AssertionError("It never became so: " + what.get());
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** An assignment of a worker, and the events about it. */
    record Work(
            String assignmentId,
            String taskId,
            @Nullable String batchId,
            String workerId,
            String requesterId,
            String fundsId) {}

    Work work(String requester, String taskId, @Nullable String batchId) {
        return new Work(
                ids.next(),
                taskId,
                batchId,
                "AW" + ids.next().substring(22),
                requester,
                batchId == null ? taskId : batchId);
    }

    AssignmentAccepted accepted(Work work) {
        return new AssignmentAccepted(
                work.assignmentId(), work.taskId(), work.workerId(), work.requesterId(), now(), now().plusSeconds(60));
    }

    AssignmentSubmitted submitted(Work work, String answer) {
        return AssignmentSubmitted.newBuilder()
                .setAssignmentId(work.assignmentId())
                .setTaskId(work.taskId())
                .setBatchId(work.batchId())
                .setWorkerId(work.workerId())
                .setRequesterId(work.requesterId())
                .setFundsId(work.fundsId())
                .setReward(REWARD)
                .setFee(FEE)
                .setAnswer(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)))
                .setAutoApprovalDelaySeconds(3600)
                .setAcceptedAt(now())
                .setSubmittedAt(now())
                .build();
    }

    AssignmentApproved approved(Work work) {
        return AssignmentApproved.newBuilder()
                .setAssignmentId(work.assignmentId())
                .setTaskId(work.taskId())
                .setBatchId(work.batchId())
                .setWorkerId(work.workerId())
                .setRequesterId(work.requesterId())
                .setFundsId(work.fundsId())
                .setReward(REWARD)
                .setFee(FEE)
                .setDecidedBy(DecidedBy.REQUESTER)
                .setNumber(numbers.incrementAndGet())
                .setApprovedAt(now())
                .build();
    }

    AssignmentRejected rejected(Work work) {
        return AssignmentRejected.newBuilder()
                .setAssignmentId(work.assignmentId())
                .setTaskId(work.taskId())
                .setBatchId(work.batchId())
                .setWorkerId(work.workerId())
                .setRequesterId(work.requesterId())
                .setFundsId(work.fundsId())
                .setReward(REWARD)
                .setFee(FEE)
                .setDecidedBy(DecidedBy.REQUESTER)
                .setReason(RejectionReason.REQUESTER)
                .setFeedback("Not a colour.")
                .setNumber(numbers.incrementAndGet())
                .setRejectedAt(now())
                .build();
    }

    RewardPaid paid(Work work) {
        return RewardPaid.newBuilder()
                .setAssignmentId(work.assignmentId())
                .setTaskId(work.taskId())
                .setBatchId(work.batchId())
                .setWorkerId(work.workerId())
                .setRequesterId(work.requesterId())
                .setReward(REWARD)
                .setFee(FEE)
                .setPaidAt(now())
                .build();
    }

    TaskClosed closed(String requester, String taskId, int closing, int neverTaken) {
        return new TaskClosed(taskId, requester, taskId, REWARD, FEE, closing, neverTaken, 0, now());
    }

    /** As a sender does that crashes at the wrong moment. */
    void tellTwice(String topic, Work work, SpecificRecord event) {
        probe.sendTwice(topic, topic.endsWith("payouts") ? work.workerId() : work.taskId(), event);
    }

    /** A whole life of an assignment, to its end. */
    void done(Work work, String answer) {
        tellTwice("kempelen.assignments", work, accepted(work));
        tellTwice("kempelen.assignments", work, submitted(work, answer));
        tellTwice("kempelen.reviews", work, approved(work));
        tellTwice("kempelen.payouts", work, paid(work));
    }
}
