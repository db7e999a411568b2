package io.kempelen.payout.ledger.domain;

import org.jspecify.annotations.Nullable;

/**
 * A side of a transfer. Ids begin with the kind, so that locking in id order locks available before earnings before escrow:
 * that is the one lock order of this service.
 */
public record LedgerAccount(String id, Kind kind, @Nullable String owner, String currency) {

    /** Whose money an account holds, or where money comes from and goes to. */
    public enum Kind {
        /** A requester's, free to spend. */
        AVAILABLE,
        /** A requester's, set aside for places. */
        ESCROW,
        /** A worker's. */
        EARNINGS,
        /** The platform's. */
        FEES,
        /** The outside world that deposits come from; its balance is minus all that ever came in. */
        DEPOSITS,
        /** Play money of the sandbox profile. */
        SANDBOX,
        /** On its way to workers. */
        RAIL,
        /** Arrived at workers outside. */
        PAID_OUT
    }

    public static final String AVAILABLE_PREFIX = "available:";
    public static final String EARNINGS_PREFIX = "earnings:";
    public static final String ESCROW_PREFIX = "escrow:";

    public static LedgerAccount available(String requesterId, String currency) {
        return new LedgerAccount(AVAILABLE_PREFIX + requesterId, Kind.AVAILABLE, requesterId, currency);
    }

    public static LedgerAccount escrow(String requesterId, String currency) {
        return new LedgerAccount(ESCROW_PREFIX + requesterId, Kind.ESCROW, requesterId, currency);
    }

    public static LedgerAccount earnings(String workerId, String currency) {
        return new LedgerAccount(EARNINGS_PREFIX + workerId, Kind.EARNINGS, workerId, currency);
    }

    public static LedgerAccount fees(String currency) {
        return new LedgerAccount("fees:" + currency, Kind.FEES, null, currency);
    }

    public static LedgerAccount deposits(String currency) {
        return new LedgerAccount("deposits:" + currency, Kind.DEPOSITS, null, currency);
    }

    public static LedgerAccount sandbox(String currency) {
        return new LedgerAccount("sandbox:" + currency, Kind.SANDBOX, null, currency);
    }

    public static LedgerAccount rail(String rail, String currency) {
        return new LedgerAccount("rail:" + rail + ":" + currency, Kind.RAIL, null, currency);
    }

    public static LedgerAccount paidOut(String rail, String currency) {
        return new LedgerAccount("paid-out:" + rail + ":" + currency, Kind.PAID_OUT, null, currency);
    }
}
