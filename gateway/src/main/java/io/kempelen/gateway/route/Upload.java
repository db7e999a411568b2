package io.kempelen.gateway.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.ResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/**
 * A caller's body on its way to a service. A service may refuse an upload after its first rows and hang up: that answer is
 * read, where a plain client would only report the broken connection.
 */
final class Upload extends AbstractHttpEntity {

    private static final int BUFFER = 16 * 1024;

    /** Looks before every write whether the answer is there already; costs a system call without a wait. */
    static final ResponseOutOfOrderStrategy EARLY_ANSWERS = new ResponseOutOfOrderStrategy() {
        @Override
        public boolean isEarlyResponseDetected(
                ClassicHttpRequest request, HttpClientConnection connection, InputStream answer, long sent, long next)
                throws IOException {
            return answer.available() > 0;
        }
    };

    private final InputStream body;
    private final long length;

    /** @param length the number of bytes, or -1 where the caller does not say */
    Upload(InputStream body, long length) {
        super((ContentType) null, null, length < 0);
        this.body = new CallerInput(body);
        this.length = length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        var buffer = new byte[BUFFER];
        for (int read; (read = body.read(buffer)) >= 0; ) write(out, buffer, read);
    }

    /** A write into a connection that was closed fails; the second one looks for the answer first. */
    private static void write(OutputStream out, byte[] buffer, int size) throws IOException {
        try {
            out.write(buffer, 0, size);
        } catch (IOException closed) {
            out.write(buffer, 0, size);
            throw closed;
        }
    }

    @Override
    public InputStream getContent() {
        return body;
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    @Override
    public long getContentLength() {
        return length;
    }

    @Override
    public void close() {}
}
