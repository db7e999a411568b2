package io.kempelen.gateway.route;

import java.io.IOException;

/** The caller broke off while sending: no fault of the service, so it trips no circuit. */
final class CallerGone extends IOException {

    private static final long serialVersionUID = 1L;

    CallerGone(IOException cause) {
        super(cause);
    }
}
