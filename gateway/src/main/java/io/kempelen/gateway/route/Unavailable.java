package io.kempelen.gateway.route;

import org.jspecify.annotations.Nullable;

/** A service gave no answer. It may have acted all the same, unless it was never reached. */
public final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why: each has its own answer. */
    public enum Why {
        UNREACHABLE,
        BROKEN_OFF,
        TIMED_OUT,
        CIRCUIT_OPEN
    }

    private final Service service;
    private final Why why;

    Unavailable(Service service, Why why, @Nullable Throwable cause) {
        super(service.id() + ": " + why, cause, false, false);
        this.service = service;
        this.why = why;
    }

    public Service service() {
        return service;
    }

    public Why why() {
        return why;
    }
}
