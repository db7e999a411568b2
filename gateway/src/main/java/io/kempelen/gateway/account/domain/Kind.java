package io.kempelen.gateway.account.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account may do; its lower-case name is the role the services see. */
public enum Kind {
    REQUESTER,
    WORKER,
    OPERATOR;

    public String role() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String role) {
        return Arrays.stream(values()).filter(kind -> kind.role().equals(role)).findFirst();
    }
}
