package io.kempelen.messaging.web;

import java.util.Locale;

/** What a caller may be; an account has one of them. */
public enum Role {
    REQUESTER,
    WORKER,
    OPERATOR;

    /** As tokens spell it. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a role this program does not know */
    public static Role of(String spelled) {
        return valueOf(spelled.toUpperCase(Locale.ROOT));
    }
}
