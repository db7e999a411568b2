package io.kempelen.payout.withdrawal.rail.stripe;

/** What goes wrong with a request. */
enum Fault {
    NONE,
    /** It never gets there; the connection breaks. */
    REQUEST_LOST,
    /** Stripe acts, and the connection breaks. */
    ANSWER_LOST,
    /** Stripe acts, and answers when nobody listens any more. */
    LATE,
    /** Stripe stumbles before it acted. */
    BROKEN_BEFORE,
    /** Stripe stumbles after it acted. */
    BROKEN_AFTER,
    /** Too many requests. */
    BUSY
}
