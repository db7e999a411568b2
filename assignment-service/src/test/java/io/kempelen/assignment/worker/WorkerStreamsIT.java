package io.kempelen.assignment.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.assignment.Eventually;
import io.kempelen.assignment.TaskFacts;
import io.kempelen.assignment.qualification.domain.Region;
import io.kempelen.events.AccountKind;
import io.kempelen.events.AccountOpened;
import io.kempelen.events.AccountReinstated;
import io.kempelen.events.AccountSuspended;
import io.kempelen.events.AssignmentApproved;
import io.kempelen.events.AssignmentRejected;
import io.kempelen.events.DecidedBy;
import io.kempelen.events.Money;
import io.kempelen.events.RejectionReason;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KempelenTest
class WorkerStreamsIT {

    private static final String SERVICE = "assignment-service";
    private static final String REVIEWS = "kempelen.reviews";
    private static final String ACCOUNTS = "kempelen.accounts";

    @Autowired
    private TestApi api;

    @Autowired
    private KafkaProbe kafka;

    @Autowired
    private WorkerService workers;

    @Autowired
    private Ids ids;

    @Test
    void countsEachVerdictOnceAndTheLastOneOnly() {
        var worker = "A" + ids.next();
        var first = ids.next();
        var second = ids.next();
        kafka.sendTwice(REVIEWS, "T", approved(first, worker, 1));
        kafka.send(REVIEWS, "T", approved(first, worker, 1));
        kafka.sendTwice(REVIEWS, "T", rejected(second, worker, 2));
        Eventually.is("both counted", () -> record(worker).equals("1/1"));

        kafka.send(REVIEWS, "T", approved(second, worker, 3));
        kafka.send(REVIEWS, "T", rejected(second, worker, 2));
        Eventually.is("the override counted", () -> record(worker).equals("2/0"));

        kafka.send(REVIEWS, "T", approved(ids.next(), worker, 4));
        Eventually.is("all before it applied", () -> record(worker).equals("3/0"));
    }

    @Test
    void keepsWhatAnOperatorStatedOfAPlace() {
        var worker = "A" + ids.next();
        var token = Tokens.worker(worker, SERVICE);
        kafka.sendTwice(
                ACCOUNTS, worker, new AccountOpened(worker, AccountKind.WORKER, "USD", "US", "CA", TaskFacts.now()));
        Eventually.is("known", () -> workers.profile(worker).region() != null);

        assertThat(api.put(token, "/v1/worker/profile", Map.of("country", "IN")).status())
                .isEqualTo(409);
        var described = api.put(token, "/v1/worker/profile", Map.of("adult", true));
        assertThat(described.status()).isEqualTo(200);
        assertThat(described.json().get("subdivision").asString()).isEqualTo("CA");
        assertThat(api.get(token, "/v1/worker/profile").json().get("adult").asBoolean())
                .isTrue();
    }

    @Test
    void learnsTheCurrencyOfAWorkerWhoWasAtWorkBefore() {
        var worker = "A" + ids.next();
        kafka.send(REVIEWS, "T", approved(ids.next(), worker, 1));
        Eventually.is("counted", () -> record(worker).equals("1/0"));
        assertThat(workers.profile(worker).currency()).isNull();
        api.put(Tokens.worker(worker, SERVICE), "/v1/worker/profile", Map.of("country", "FR"));

        kafka.sendTwice(
                ACCOUNTS, worker, new AccountOpened(worker, AccountKind.WORKER, "EUR", null, null, TaskFacts.now()));
        Eventually.is("known", () -> "EUR".equals(workers.profile(worker).currency()));

        assertThat(workers.profile(worker).region()).isEqualTo(new Region("FR", null));
        assertThat(record(worker)).isEqualTo("1/0");
    }

    @Test
    void letsAWorkerSayWhereNobodyElseDid() {
        var token = Tokens.worker("A" + ids.next(), SERVICE);

        assertThat(api.put(token, "/v1/worker/profile", Map.of("country", "US", "subdivision", "NY"))
                        .status())
                .isEqualTo(200);
        assertThat(api.get(token, "/v1/worker/profile").json().get("country").asString())
                .isEqualTo("US");
        assertThat(api.put(token, "/v1/worker/profile", Map.of("country", "XX")).status())
                .isEqualTo(422);
    }

    @Test
    void followsSuspensionsInTheirOwnOrder() {
        var worker = "A" + ids.next();
        var early = TaskFacts.now();
        kafka.send(ACCOUNTS, worker, new AccountReinstated(worker, early.plusSeconds(5)));
        kafka.send(ACCOUNTS, worker, new AccountSuspended(worker, early));
        kafka.send(ACCOUNTS, worker, new AccountOpened(worker, AccountKind.WORKER, "USD", "IN", null, early));
        Eventually.is("all applied", () -> workers.profile(worker).region() != null);

        assertThat(workers.profile(worker).suspended()).isFalse();
    }

    private String record(String worker) {
        var profile = workers.profile(worker);
        return profile.approved() + "/" + profile.rejected();
    }

    private static AssignmentApproved approved(String assignment, String worker, long number) {
        return AssignmentApproved.newBuilder()
                .setAssignmentId(assignment)
                .setTaskId("T")
                .setWorkerId(worker)
                .setRequesterId("AREQUESTER")
                .setFundsId("T")
                .setReward(new Money(5L, "USD"))
                .setFee(new Money(1L, "USD"))
                .setDecidedBy(DecidedBy.REQUESTER)
                .setNumber(number)
                .setApprovedAt(TaskFacts.now())
                .build();
    }

    private static AssignmentRejected rejected(String assignment, String worker, long number) {
        return AssignmentRejected.newBuilder()
                .setAssignmentId(assignment)
                .setTaskId("T")
                .setWorkerId(worker)
                .setRequesterId("AREQUESTER")
                .setFundsId("T")
                .setReward(new Money(5L, "USD"))
                .setFee(new Money(1L, "USD"))
                .setDecidedBy(DecidedBy.REQUESTER)
                .setReason(RejectionReason.REQUESTER)
                .setFeedback("no")
                .setNumber(number)
                .setRejectedAt(TaskFacts.now())
                .build();
    }
}
