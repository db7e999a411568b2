package io.kempelen.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A real SMTP server that can be switched off and on again at the same port. */
final class Post {

    static final int PORT = freePort();
    private static GreenMail server = started();
    private static final List<MimeMessage> EARLIER = new ArrayList<>();

    private Post() {}

    private static GreenMail started() {
        var greenMail = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        return greenMail;
    }

    static synchronized void down() {
        EARLIER.addAll(Arrays.asList(server.getReceivedMessages()));
        server.stop();
    }

    static synchronized void up() {
        server = started();
    }

    static synchronized List<MimeMessage> to(String address) {
        var all = new ArrayList<>(EARLIER);
        all.addAll(Arrays.asList(server.getReceivedMessages()));
        return all.stream().filter(mail -> recipient(mail).equals(address)).toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
