package io.kempelen.gateway.mturk;

import org.jspecify.annotations.Nullable;

/** Why a call to the MTurk API is refused here, in the words AWS clients know. */
final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final @Nullable String turkErrorCode;

    private Fault(int status, String type, String message, @Nullable String turkErrorCode) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.turkErrorCode = turkErrorCode;
    }

    static Fault of(String type, String message) {
        return new Fault(400, type, message, null);
    }

    static Fault request(String message, String turkErrorCode) {
        return new Fault(400, "RequestError", message, turkErrorCode);
    }

    /** Clients repeat a call after this one. */
    static Fault service(String message) {
        return new Fault(500, "ServiceFault", message, "AWS.ServiceUnavailable");
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    @Nullable
    String turkErrorCode() {
        return turkErrorCode;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
