package io.kempelen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kempelen.events.AccountKind;
import io.kempelen.events.AccountOpened;
import io.kempelen.events.AssignmentApproved;
import io.kempelen.events.AssignmentRejected;
import io.kempelen.events.BatchCompleted;
import io.kempelen.events.BonusPaid;
import io.kempelen.events.Channel;
import io.kempelen.events.DecidedBy;
import io.kempelen.events.FundsDeclined;
import io.kempelen.events.NotificationDelivered;
import io.kempelen.events.PayoutFailed;
import io.kempelen.events.PayoutPaid;
import io.kempelen.events.QualificationGranted;
import io.kempelen.events.QualificationTypeCreated;
import io.kempelen.events.RejectionReason;
import io.kempelen.messaging.testing.Tokens;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The inbox, fed over a real broker with every event twice. */
class InboxIT extends WithMail {

    private final String assignment = ids.next();
    private final String task = ids.next();

    @Test
    void tellsWorkersInPlainWords() {
        var type = ids.next();
        probe.sendTwice(
                "kempelen.accounts", account, new AccountOpened(account, AccountKind.WORKER, "USD", null, null, NOON));
        probe.sendTwice(
                "kempelen.assignments", type, new QualificationTypeCreated(type, "AREQUESTER", "Reads Latin", NOON));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        number("SELECT count(*) FROM qualification_name WHERE qualification_type_id = ?", type) == 1);
        probe.sendTwice("kempelen.assignments", account, new QualificationGranted(type, account, 90, NOON));
        probe.sendTwice("kempelen.reviews", task, rejected());
        probe.sendTwice("kempelen.reviews", task, approved(null));
        probe.sendTwice("kempelen.reviews", task, approved("Well done."));
        probe.sendTwice(
                "kempelen.payouts",
                account,
                new BonusPaid(ids.next(), assignment, account, "AREQUESTER", usd(150), usd(30), "Thanks.", NOON));
        probe.sendTwice("kempelen.payouts", account, new PayoutPaid(ids.next(), account, usd(200), "sandbox", NOON));
        probe.sendTwice(
                "kempelen.payouts", account, new PayoutFailed(ids.next(), account, usd(13), "sandbox", "No.", NOON));

        await().atMost(Duration.ofSeconds(30)).until(() -> titles().size() == 7);
        assertThat(titles())
                .containsExactlyInAnyOrder(
                        "Welcome to Kempelen. Your account is " + account + ".",
                        "You have the qualification \"Reads Latin\" now.",
                        "Your assignment " + assignment + " was rejected.",
                        "Your assignment " + assignment + " was approved.",
                        "You got a bonus of 1.50 USD for assignment " + assignment + ".",
                        "Your payout of 2.00 USD has arrived.",
                        "Your payout of 0.13 USD failed. The money is back in your balance.");
        var receipts = probe.await(
                "kempelen.notifications",
                NotificationDelivered.class,
                7,
                event -> event.getAccountId().equals(account));
        assertThat(receipts).hasSize(7).allMatch(receipt -> receipt.getChannel() == Channel.INBOX);
    }

    @Test
    void talliesRewardsByTheDay() {
        for (int i = 0; i < 25; i++) probe.sendTwice("kempelen.payouts", account, reward(account));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(titles())
                        .containsExactly("You earned 1.25 USD for 25 approved assignments on 2026-11-21."));
    }

    @Test
    void tellsRequestersOfBatchesAndOfMoneyThatLacks() {
        probe.sendTwice("kempelen.tasks", task, new BatchCompleted(task, account, NOON));
        for (int i = 0; i < 3; i++)
            probe.sendTwice(
                    "kempelen.payouts", account, new FundsDeclined(ids.next(), task, account, usd(9), usd(1), NOON));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(titles())
                                .containsExactlyInAnyOrder(
                                        "Batch " + task + " is completed.",
                                        "3 of your requests for work were refused on 2026-11-21 because your balance was too low."));
    }

    @Test
    void pagesAndCountsTheUnread() {
        for (int i = 0; i < 3; i++)
            probe.send("kempelen.payouts", account, new PayoutPaid(ids.next(), account, usd(i + 1), "sandbox", NOON));
        await().atMost(Duration.ofSeconds(20)).until(() -> titles().size() == 3);

        var first = api.get(token(), "/v1/inbox?limit=2").json();
        var second = api.get(
                        token(),
                        "/v1/inbox?limit=2&cursor=" + first.path("nextCursor").asString())
                .json();
        var read = api.post(
                token(), "/v1/inbox/" + first.path("items").get(0).path("id").asString() + "/read", Map.of());

        assertThat(first.path("unread").asInt()).isEqualTo(3);
        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(second.path("items").size()).isOne();
        assertThat(read.status()).isEqualTo(204);
        assertThat(inbox().path("unread").asInt()).isEqualTo(2);
        assertThat(api.get(token(), "/v1/inbox?unread=true")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);
        var stranger = Tokens.worker("ASTRANGER", "notification-service");
        assertThat(api.post(
                                stranger,
                                "/v1/inbox/"
                                        + second.path("items").get(0).path("id").asString() + "/read",
                                Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(api.get(Tokens.frame(account, assignment, "notification-service"), "/v1/inbox")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void keepsAContactAndWhatItWants() {
        assertThat(contact(Map.of("email", address, "preferences", Map.of("BONUS", "OFF")))
                        .status())
                .isEqualTo(200);
        var kept = api.get(token(), "/v1/account/contact").json();

        assertThat(kept.path("email").asString()).isEqualTo(address);
        assertThat(kept.path("preferences").path("BONUS").asString()).isEqualTo("OFF");
        assertThat(kept.path("preferences").path("REWARDS").asString()).isEqualTo("DIGEST");
        assertThat(contact(Map.of("email", "nobody")).status()).isEqualTo(422);
        assertThat(contact(Map.of("email", "A <a@example.org>")).status()).isEqualTo(422);
        assertThat(contact(Map.of("email", "a@example.org\r\nBcc: b@example.org"))
                        .status())
                .isEqualTo(422);
        assertThat(contact(Map.of("preferences", Map.of("NONSENSE", "OFF"))).status())
                .isEqualTo(422);
        assertThat(contact(Map.of()).json().has("email")).isFalse();
    }

    private AssignmentRejected rejected() {
        return new AssignmentRejected(
                assignment,
                task,
                null,
                account,
                "AREQUESTER",
                task,
                usd(5),
                usd(1),
                DecidedBy.REQUESTER,
                RejectionReason.REQUESTER,
                "The label is missing.",
                1L,
                NOON);
    }

    private AssignmentApproved approved(@Nullable String feedback) {
        return new AssignmentApproved(
                assignment,
                task,
                null,
                account,
                "AREQUESTER",
                task,
                usd(5),
                usd(1),
                DecidedBy.REQUESTER,
                feedback,
                false,
                1L,
                NOON);
    }
}
