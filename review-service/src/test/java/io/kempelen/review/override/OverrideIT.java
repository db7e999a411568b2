package io.kempelen.review.override;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.events.AssignmentApproved;
import io.kempelen.events.ExtensionReason;
import io.kempelen.events.FundsAsked;
import io.kempelen.events.FundsDeclined;
import io.kempelen.events.FundsHeld;
import io.kempelen.events.FundsPurpose;
import io.kempelen.events.FundsWithdrawn;
import io.kempelen.events.HeldLine;
import io.kempelen.events.Money;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.review.Facts;
import io.kempelen.review.ReviewIT;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverrideIT extends ReviewIT {

    private Facts task;

    @BeforeEach
    void publish() {
        task = task();
        task.published(Facts.byRequester(false), 2);
    }

    @Test
    void approvesOnceTheMoneyIsHeldAgain() {
        var id = rejected(Facts.now().toString());
        var answer = askToOverride(id);
        var asked = asked();
        assertThat(asked.getPurpose()).isEqualTo(FundsPurpose.OVERRIDE);
        assertThat(asked.getFundsId()).isEqualTo(id);
        assertThat(asked.getLines()).hasSize(1);

        probe.sendTwice(Facts.PAYOUTS, task.requesterId, held(asked));

        assertThat(answer.join().status()).as(answer.join().text()).isEqualTo(200);
        assertThat(answer.join().header("Kempelen-Fence")).isNotEmpty();
        assertThat(status(id)).isEqualTo("APPROVED");
        assertThat(published(AssignmentApproved.class, task)).singleElement().satisfies(event -> {
            assertThat(event.getOverridesRejection()).isTrue();
            assertThat(event.getFundsId()).isEqualTo(id);
            assertThat(event.getFee().getMinorUnits()).isEqualTo(2);
        });
        assertThat(askToOverride(id).join().status()).isEqualTo(409);
        assertThat(published(FundsAsked.class, task)).hasSize(1);
    }

    /** From ten places on a task is dearer, but not by places that only replaced rejected answers. */
    @Test
    void asksAtThePriceOfThePlacesBought() {
        task.extended(7, 9, ExtensionReason.REQUESTER);
        task.extended(2, 11, ExtensionReason.REJECTED);
        var id = rejected(Facts.now().toString());
        until(() -> !jdbc.queryForList("SELECT 1 FROM docket WHERE task_id = ? AND places = 11", task.taskId)
                .isEmpty());
        var answer = askToOverride(id);
        var asked = asked();

        assertThat(asked.getLines().getFirst().getAssignmentsPerTask()).isEqualTo(9);
        probe.send(Facts.PAYOUTS, task.requesterId, held(asked));
        assertThat(answer.join().status()).isEqualTo(200);
    }

    /** As if a third request had claimed the key for a new question before the second one woke. */
    @Test
    void aRepeatFreesOnlyItsOwnQuestionsKey() throws Exception {
        var id = rejected(Facts.now().toString());
        var key = Map.of("Idempotency-Key", "override");
        var first = override(id, key);
        asked();
        var second = override(id, key);
        Thread.sleep(1500); // until the second has read what the first asked
        assertThat(jdbc.update(
                        "UPDATE idempotency_key SET resource_id = 'OTHER' WHERE account_id = ?", task.requesterId))
                .isEqualTo(1);

        assertThat(first.join().status()).isEqualTo(503);
        assertThat(second.join().status()).isEqualTo(503);
        assertThat(jdbc.queryForList(
                        "SELECT resource_id FROM idempotency_key WHERE account_id = ?", String.class, task.requesterId))
                .containsExactly("OTHER");
    }

    @Test
    void staysRejectedWithoutMoney() {
        var id = rejected(Facts.now().toString());
        var answer = askToOverride(id);
        var asked = asked();
        probe.sendTwice(
                Facts.PAYOUTS,
                task.requesterId,
                FundsDeclined.newBuilder()
                        .setAskId(asked.getAskId())
                        .setFundsId(asked.getFundsId())
                        .setRequesterId(task.requesterId)
                        .setRequired(new Money(6L, "USD"))
                        .setAvailable(new Money(2L, "USD"))
                        .setDeclinedAt(Facts.now())
                        .build());

        assertThat(answer.join().status()).isEqualTo(402);
        assertThat(answer.join().json().get("required").asString()).isEqualTo("0.06");
        assertThat(status(id)).isEqualTo("REJECTED");
    }

    @Test
    void takesTheQuestionBackWhenNobodyAnswersAndApprovesNothingLater() {
        var id = rejected(Facts.now().toString());
        var answer = askToOverride(id).join();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        var asked = asked();
        assertThat(published(FundsWithdrawn.class, task))
                .singleElement()
                .satisfies(event -> assertThat(event.getAskId()).isEqualTo(asked.getAskId()));

        probe.sendTwice(Facts.PAYOUTS, task.requesterId, held(asked));
        var second = askToOverride(id);
        until(() -> published(FundsAsked.class, task).size() == 2);
        assertThat(status(id)).isEqualTo("REJECTED");
        probe.send(
                Facts.PAYOUTS,
                task.requesterId,
                held(published(FundsAsked.class, task).getLast()));
        assertThat(second.join().status()).isEqualTo(200);
        assertThat(published(AssignmentApproved.class, task)).hasSize(1);
    }

    @Test
    void isTooLateAfterThirtyDaysOrWhenTheTaskIsGone() {
        var old = rejected(Facts.now().minus(31, ChronoUnit.DAYS).toString());
        assertThat(askToOverride(old).join().json().get("type").asString()).isEqualTo("/problems/too-late");

        var id = rejected(Facts.now().toString());
        task.disposed();
        until(() -> !jdbc.queryForList(
                        "SELECT 1 FROM docket WHERE task_id = ? AND disposed_at IS NOT NULL", task.taskId)
                .isEmpty());
        assertThat(askToOverride(id).join().status()).isEqualTo(409);
        assertThat(published(FundsAsked.class, task)).isEmpty();
    }

    @Test
    void simplyApprovesWhatIsNotYetDecided() {
        var id = task.submitted("cat", Facts.MONTH);
        awaitStatus(id, "SUBMITTED");
        assertThat(askToOverride(id).join().status()).isEqualTo(200);
        assertThat(published(FundsAsked.class, task)).isEmpty();
    }

    private String rejected(String submittedAt) {
        var id = new io.kempelen.messaging.id.Ids().next();
        // a delay past the 30 days keeps an old answer open long enough to be rejected
        task.submitted(id, "cat", 3 * Facts.MONTH, java.time.Instant.parse(submittedAt));
        awaitStatus(id, "SUBMITTED");
        assertThat(api.post(requester(task), "/v1/assignments/" + id + "/reject", Map.of("feedback", "No."))
                        .status())
                .isEqualTo(200);
        return id;
    }

    private CompletableFuture<TestApi.Answer> askToOverride(String id) {
        var body = Map.of("overrideRejection", true, "feedback", "Sorry.");
        return CompletableFuture.supplyAsync(
                () -> api.post(requester(task), "/v1/assignments/" + id + "/approve", body));
    }

    private CompletableFuture<TestApi.Answer> override(String id, Map<String, String> headers) {
        return CompletableFuture.supplyAsync(() -> api.send(
                requester(task),
                "POST",
                "/v1/assignments/" + id + "/approve",
                "{\"overrideRejection\":true}",
                "application/json",
                headers));
    }

    private FundsAsked asked() {
        return probe.awaitOne(
                Facts.REVIEWS, FundsAsked.class, event -> event.getRequesterId().equals(task.requesterId));
    }

    private FundsHeld held(FundsAsked asked) {
        return FundsHeld.newBuilder()
                .setAskId(asked.getAskId())
                .setFundsId(asked.getFundsId())
                .setRequesterId(task.requesterId)
                .setLines(List.of(HeldLine.newBuilder()
                        .setReward(new Money(5L, "USD"))
                        .setFee(new Money(2L, "USD"))
                        .setPlaces(1)
                        .setAssignmentsPerTask(2)
                        .build()))
                .setHeldAt(Facts.now())
                .build();
    }
}
