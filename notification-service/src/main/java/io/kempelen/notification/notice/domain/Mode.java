package io.kempelen.notification.notice.domain;

/** How a kind of notice is mailed. The inbox has all of them. */
public enum Mode {
    /** Not at all. */
    OFF,
    /** A mail of its own, at once. */
    EACH,
    /** With others, once a day. */
    DIGEST
}
