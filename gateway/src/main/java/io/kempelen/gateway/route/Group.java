package io.kempelen.gateway.route;

import java.time.Duration;

/** Routes that fail together: one circuit breaker and one time-out each, so that a slow upload opens nobody else's circuit. */
public enum Group {
    TASKS(Service.TASK, 10),
    UPLOADS(Service.TASK, 600),
    RESULTS(Service.TASK, 120),
    FRAMES(Service.TASK, 10),
    WORK(Service.ASSIGNMENT, 10),
    REVIEWS(Service.REVIEW, 10),
    MONEY(Service.PAYOUT, 10),
    NOTICES(Service.NOTIFICATION, 10);

    private final Service service;
    private final Duration timeout;

    Group(Service service, long seconds) {
        this.service = service;
        this.timeout = Duration.ofSeconds(seconds);
    }

    public Service service() {
        return service;
    }

    /** How long the service may be silent, unless the installation says otherwise. */
    public Duration timeout() {
        return timeout;
    }

    /** The group of a service's ordinary calls. */
    public static Group of(Service service) {
        return switch (service) {
            case TASK -> TASKS;
            case ASSIGNMENT -> WORK;
            case REVIEW -> REVIEWS;
            case PAYOUT -> MONEY;
            case NOTIFICATION -> NOTICES;
        };
    }
}
