package io.kempelen.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Reads what an SMTP server says: 5xx is for good, 4xx is for now, anything else is no answer. */
final class SmtpReply {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"']+@[^\\s<>\"']+");

    private SmtpReply() {}

    static Optional<MailAnswer> about(MessagingException failure) {
        if (failure instanceof AddressException) return Optional.of(new MailAnswer.Refused("The address is not one."));
        for (@Nullable Exception cause = failure; cause != null; cause = next(cause)) {
            var code = code(cause);
            if (code >= 500 && code < 600) return Optional.of(new MailAnswer.Refused(words(code, cause)));
            if (code >= 400 && code < 500 && code != 421) return Optional.of(new MailAnswer.PutOff(words(code, cause)));
        }
        return Optional.empty();
    }

    private static @Nullable Exception next(Exception failure) {
        if (failure instanceof MessagingException messaging && messaging.getNextException() != null)
            return messaging.getNextException();
        return failure.getCause() instanceof Exception cause ? cause : null;
    }

    private static int code(Exception failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
        };
    }

    private static String words(int code, Exception failure) {
        return "The mail server said " + code + ": " + withoutAddresses(String.valueOf(failure.getMessage()));
    }

    static String withoutAddresses(String text) {
        var clean = ADDRESS.matcher(text).replaceAll("(address)").strip();
        return clean.length() <= 300 ? clean : clean.substring(0, 300);
    }
}
