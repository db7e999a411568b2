package io.kempelen.local.api;

/** The API said something else than the caller can go on with. */
public final class ApiException extends RuntimeException {

    private final int status;

    ApiException(Reply reply) {
        super(reply.toString());
        status = reply.status();
    }

    ApiException(String call, Exception cause) {
        super(call + " got no answer: " + cause, cause);
        status = 0;
    }

    /** Zero when there was no answer at all. */
    public int status() {
        return status;
    }
}
