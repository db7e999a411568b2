package io.kempelen.gateway.route;

import java.io.IOException;
import java.io.InputStream;

/** A caller's body on its way through; tells a caller who hangs up from a service that does. */
final class CallerInput extends InputStream {

    private final InputStream body;

    CallerInput(InputStream body) {
        this.body = body;
    }

    @Override
    public int read() throws IOException {
        try {
            return body.read();
        } catch (IOException gone) {
            throw new CallerGone(gone);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return body.read(buffer, offset, length);
        } catch (IOException gone) {
            throw new CallerGone(gone);
        }
    }
}
