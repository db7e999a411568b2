package io.kempelen.gateway.route;

import java.util.Arrays;
import java.util.Optional;

/** The services behind the gateway, by the names they have everywhere: audience, group, configuration. */
public enum Service {
    TASK("task-service"),
    ASSIGNMENT("assignment-service"),
    REVIEW("review-service"),
    PAYOUT("payout-service"),
    NOTIFICATION("notification-service");

    private final String id;

    Service(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static Optional<Service> of(String id) {
        return Arrays.stream(values()).filter(service -> service.id.equals(id)).findFirst();
    }
}
