package io.kempelen.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the edge makes of a mail server's words, on real sockets. */
class MailerTest {

    private static final Mail MAIL = new Mail("N", "who@example.org", "Hello", "Text", Instant.EPOCH);

    @Test
    void takesA5xxAsFinalAndHidesTheAddress() throws IOException {
        try (var server = new ScriptedServer("550 no such user <who@example.org>")) {
            assertThat(mailer(server.port()).send(MAIL)).isInstanceOfSatisfying(MailAnswer.Refused.class, refused -> {
                assertThat(refused.reason()).contains("550").doesNotContain("who@example.org");
            });
        }
    }

    @Test
    void takesA4xxAsPassing() throws IOException {
        try (var server = new ScriptedServer("451 later")) {
            assertThat(mailer(server.port()).send(MAIL)).isInstanceOf(MailAnswer.PutOff.class);
        }
    }

    @Test
    void leavesAServerAloneThatDoesNotAnswer() throws IOException {
        int port;
        try (var server = new ScriptedServer("250 fine")) {
            port = server.port();
        }
        var mailer = mailer(port);

        for (int i = 0; i < 3; i++) assertThat(mailer.send(MAIL)).isInstanceOf(MailAnswer.Away.class);
        assertThat(mailer.ready()).isFalse();
        assertThat(mailer.send(MAIL)).isInstanceOf(MailAnswer.Away.class);
    }

    @Test
    void answersAboutAMailOpenNoBreaker() throws IOException {
        try (var server = new ScriptedServer("550 no")) {
            var mailer = mailer(server.port());
            for (int i = 0; i < 8; i++) mailer.send(MAIL);

            assertThat(mailer.ready()).isTrue();
        }
    }

    @Test
    void sendsNothingWithoutAHost() {
        var properties = new SmtpProperties(
                "",
                25,
                "k@localhost",
                "",
                "",
                false,
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                Duration.ofHours(1));

        assertThat(new Mailer(new Smtp(properties), properties).ready()).isFalse();
    }

    private static Mailer mailer(int port) {
        var properties = new SmtpProperties(
                "127.0.0.1",
                port,
                "kempelen@localhost",
                "",
                "",
                false,
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                Duration.ofHours(1));
        return new Mailer(new Smtp(properties), properties);
    }
}
