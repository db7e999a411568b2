package io.kempelen.benchmarks.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One kept-alive HTTP/1.1 connection of one thread. A general client would cost more processor time than the calls it makes. */
public final class Connection implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 60_000;
    /** Servers close what is idle for twenty seconds; whoever is faster need not repeat a call. */
    private static final long IDLE_NANOS = Duration.ofSeconds(8).toNanos();

    private final String host;
    private final int port;
    private @Nullable Socket socket;
    private @Nullable Answers answers;
    private long lastUse;

    public Connection(URI base) {
        this.host = base.getHost();
        this.port = base.getPort();
    }

    /** @throws IOException when there was no whole answer; the connection is then a fresh one at the next call */
    public Reply send(Request request) throws IOException {
        try {
            var open = open();
            write(open, request);
            if (answers == null) throw new IOException("not connected");
            var reply = answers.next(request.method().equals("HEAD"));
            if (reply.last()) close();
            lastUse = System.nanoTime();
            return reply;
        } catch (IOException broken) {
            close();
            throw new IOException(request + ": " + broken.getMessage(), broken);
        }
    }

    private static void write(Socket open, Request request) throws IOException {
        OutputStream out = open.getOutputStream();
        var head = request.head(open.getInetAddress().getHostAddress() + ":" + open.getPort());
        var body = request.body();
        if (body == null || body.length == 0) {
            out.write(head);
            return;
        }
        var whole = new ByteArrayOutputStream(head.length + body.length);
        whole.writeBytes(head);
        whole.writeBytes(body);
        whole.writeTo(out);
    }

    private Socket open() throws IOException {
        var known = socket;
        if (known != null && System.nanoTime() - lastUse < IDLE_NANOS) return known;
        close();
        var fresh = new Socket();
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(READ_MILLIS);
        fresh.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
        socket = fresh;
        answers = new Answers(fresh.getInputStream());
        return fresh;
    }

    @Override
    public void close() {
        var known = socket;
        socket = null;
        answers = null;
        if (known == null) return;
        try {
            known.close();
        } catch (IOException gone) {
            lastUse = 0;
        }
    }
}
