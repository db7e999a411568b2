package io.kempelen.benchmarks.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The answers on one connection, one after the other (RFC 9112: a length, chunks, or until the end). */
final class Answers {

    private static final int BUFFER = 16 * 1024;
    private static final int LONGEST_LINE = 32 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;

    Answers(InputStream in) {
        this.in = in;
    }

    private static final class Head {
        int status;
        long length = -1;
        boolean chunked;
        boolean closes;
    }

    Reply next(boolean withoutBody) throws IOException {
        var head = head();
        boolean empty = withoutBody || head.status == 204 || head.status == 304;
        if (empty) return Reply.of(head.status, new byte[0], head.closes);
        if (head.chunked) return Reply.of(head.status, chunks(), head.closes);
        if (head.length >= 0) return Reply.of(head.status, exactly((int) head.length), head.closes);
        return Reply.of(head.status, rest(), true);
    }

    private Head head() throws IOException {
        var head = new Head();
        var first = line();
        if (!first.startsWith("HTTP/1.") || first.length() < 12) throw new IOException("no HTTP answer: " + first);
        head.status = Integer.parseInt(first.substring(9, 12));
        for (var line = line(); !line.isEmpty(); line = line()) read(line, head);
        return head;
    }

    private static void read(String line, Head into) {
        var colon = line.indexOf(':');
        if (colon < 0) return;
        var value = line.substring(colon + 1).strip();
        switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "content-length" -> into.length = Long.parseLong(value);
            case "transfer-encoding" -> into.chunked = value.equalsIgnoreCase("chunked");
            case "connection" -> into.closes = value.equalsIgnoreCase("close");
            default -> {} // nothing else changes how the answer is read
        }
    }

    private byte[] chunks() throws IOException {
        var whole = new ByteArrayOutputStream();
        while (true) {
            var line = line();
            var end = line.indexOf(';');
            var size = Integer.parseInt(end < 0 ? line : line.substring(0, end), 16);
            if (size == 0) break;
            whole.writeBytes(exactly(size));
            line();
        }
        var trailer = line();
        while (!trailer.isEmpty()) trailer = line();
        return whole.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = new byte[length];
        for (int done = 0; done < length; ) {
            fill();
            int some = Math.min(length - done, limit - position);
            System.arraycopy(buffer, position, bytes, done, some);
            position += some;
            done += some;
        }
        return bytes;
    }

    private byte[] rest() throws IOException {
        var whole = new ByteArrayOutputStream();
        whole.write(buffer, position, limit - position);
        position = limit;
        in.transferTo(whole);
        return whole.toByteArray();
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream(128);
        while (line.size() < LONGEST_LINE) {
            fill();
            var next = buffer[position++];
            if (next == '\n') return line.toString(StandardCharsets.ISO_8859_1);
            if (next != '\r') line.write(next);
        }
        throw new IOException("a header of more than " + LONGEST_LINE + " bytes");
    }

    private void fill() throws IOException {
        if (position < limit) return;
        position = 0;
        limit = in.read(buffer);
        if (limit >= 0) return;
        limit = 0;
        throw new EOFException("the connection was closed");
    }
}
