package io.kempelen.notification.mail;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** Speaks SMTP. No bean of type MailSender: the service is healthy without a mail server, and needs the server's reply codes. */
@Component
class Smtp {

    private final SmtpProperties properties;
    private final Session session;

    Smtp(SmtpProperties properties) {
        this.properties = properties;
        this.session = Session.getInstance(settings(properties));
    }

    private static Properties settings(SmtpProperties properties) {
        var limit = Long.toString(properties.timeLimit().toMillis());
        var settings = new Properties();
        settings.setProperty("mail.smtp.connectiontimeout", limit);
        settings.setProperty("mail.smtp.timeout", limit);
        settings.setProperty("mail.smtp.writetimeout", limit);
        settings.setProperty(
                "mail.smtp.auth", Boolean.toString(!properties.user().isBlank()));
        settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(properties.startTls()));
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(properties.startTls()));
        return settings;
    }

    void send(Mail mail) throws MessagingException {
        var message = message(mail);
        try (Transport transport = session.getTransport("smtp")) {
            if (properties.user().isBlank()) transport.connect(properties.host(), properties.port(), null, null);
            else transport.connect(properties.host(), properties.port(), properties.user(), properties.password());
            message.saveChanges();
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        var message = new OwnId(session, mail.id());
        message.setFrom(new InternetAddress(properties.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.setHeader("Date", RFC_1123_DATE_TIME.format(mail.date().atOffset(ZoneOffset.UTC)));
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** Keeps our own Message-ID, by which a mailbox knows a mail that was sent twice. */
    private static final class OwnId extends MimeMessage {

        private final String id;

        OwnId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@kempelen>");
        }
    }
}
