package io.kempelen.notification.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The mail server. Without a host there is no mail.
 *
 * @param serverAway how long a server that does not answer is left alone
 */
@ConfigurationProperties("kempelen.smtp")
record SmtpProperties(
        String host,
        int port,
        String from,
        String user,
        String password,
        boolean startTls,
        Duration timeLimit,
        Duration serverAway,
        Duration digestAfter) {

    boolean enabled() {
        return !host.isBlank();
    }
}
