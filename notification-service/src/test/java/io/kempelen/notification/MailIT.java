package io.kempelen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kempelen.events.BonusPaid;
import io.kempelen.events.Channel;
import io.kempelen.events.NotificationDelivered;
import io.kempelen.messaging.testing.Replica;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail, to a real SMTP server in this process. */
class MailIT extends WithMail {

    @BeforeEach
    void giveAnAddress() {
        assertThat(contact(Map.of("email", address)).status()).isEqualTo(200);
    }

    @Test
    void mailsAtOnceWhatMatters() throws Exception {
        probe.sendTwice("kempelen.payouts", account, bonus("Thanks\nBcc: everybody@example.org"));

        await().atMost(Duration.ofSeconds(20)).until(() -> !Post.to(address).isEmpty());
        var mail = Post.to(address).getFirst();
        assertThat(mail.getSubject()).startsWith("You got a bonus of 1.50 USD for assignment ");
        assertThat(mail.getContent().toString()).contains("Thanks");
        assertThat(mail.getHeader("Bcc")).isNull();
        var id = jdbc.queryForObject("SELECT id FROM notice WHERE account_id = ?", String.class, account);
        assertThat(mail.getMessageID()).isEqualTo("<" + id + "@kempelen>");
        probe.awaitOne(
                "kempelen.notifications",
                NotificationDelivered.class,
                event -> event.getAccountId().equals(account) && event.getChannel() == Channel.EMAIL);
        Thread.sleep(1000);
        assertThat(Post.to(address)).hasSize(1);
    }

    @Test
    void gathersRewardsInOneMail() throws Exception {
        for (int i = 0; i < 25; i++) probe.sendTwice("kempelen.payouts", account, reward(account));

        await().atMost(Duration.ofSeconds(60)).until(() -> !Post.to(address).isEmpty());
        Thread.sleep(1000);
        assertThat(Post.to(address)).hasSize(1);
        assertThat(Post.to(address).getFirst().getSubject())
                .isEqualTo("You earned 1.25 USD for 25 approved assignments on 2026-11-21.");
    }

    @Test
    void mailsNothingThatIsNotWanted() throws Exception {
        contact(Map.of("email", address, "preferences", Map.of("BONUS", "OFF")));
        probe.send("kempelen.payouts", account, bonus("Thanks."));

        await().atMost(Duration.ofSeconds(20)).until(() -> titles().size() == 1);
        Thread.sleep(2000);
        assertThat(Post.to(address)).isEmpty();
    }

    @Test
    void losesNothingWhileTheServerIsAway() {
        Post.down();
        for (int i = 0; i < 5; i++) probe.send("kempelen.payouts", account, bonus("Thanks."));
        await().atMost(Duration.ofSeconds(20)).until(() -> titles().size() == 5);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> number("SELECT count(*) FROM delivery WHERE account_id = ? AND error IS NOT NULL", account)
                        > 0);
        Post.up();

        await().atMost(Duration.ofSeconds(30)).until(() -> Post.to(address).size() == 5);
        assertThat(Post.to(address).stream().map(MailIT::id).distinct()).hasSize(5);
        assertThat(number("SELECT max(attempts) FROM delivery WHERE account_id = ?", account))
                .isEqualTo(1L);
    }

    /** Fifty mails, two instances on one database: each mail once. */
    @Test
    void neverSendsTwiceWithTwoReplicas() {
        try (var replica = Replica.start(NotificationApplication.class, SMTP)) {
            assertThat(replica.isRunning()).isTrue();
            for (int i = 0; i < 50; i++) probe.sendTwice("kempelen.payouts", account, bonus("Thanks."));

            await().atMost(Duration.ofSeconds(60)).until(() -> Post.to(address).size() >= 50);
            assertThat(ids(Post.to(address))).hasSize(50).doesNotHaveDuplicates();
        }
    }

    /** As after a crash with a mail in hand: its claim has run out, and it goes under the same Message-ID. */
    @Test
    void takesOverWhatACrashLeftBehind() {
        probe.send("kempelen.payouts", account, bonus("Thanks."));
        await().atMost(Duration.ofSeconds(20)).until(() -> Post.to(address).size() == 1);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.update(
                                "UPDATE delivery SET state = 'SENDING', due_at = now() WHERE account_id = ? AND state = 'SENT'",
                                account)
                        == 1);

        await().atMost(Duration.ofSeconds(20)).until(() -> Post.to(address).size() == 2);
        assertThat(ids(Post.to(address)).stream().distinct()).hasSize(1);
    }

    private static List<String> ids(List<MimeMessage> mails) {
        return mails.stream().map(MailIT::id).toList();
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private BonusPaid bonus(String reason) {
        return new BonusPaid(ids.next(), ids.next(), account, "AREQUESTER", usd(150), usd(30), reason, NOON);
    }
}
