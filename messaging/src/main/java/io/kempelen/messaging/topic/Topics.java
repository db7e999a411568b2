package io.kempelen.messaging.topic;

import java.util.List;

/** The six topics; each is written by one service only. */
public final class Topics {

    public static final String PREFIX = "kempelen.";

    public static final List<String> ALL = List.of(
            "kempelen.accounts",
            "kempelen.tasks",
            "kempelen.assignments",
            "kempelen.reviews",
            "kempelen.payouts",
            "kempelen.notifications");

    private Topics() {}

    /** Where a service puts what it could not apply. */
    public static String deadLetters(String topic, String service) {
        return topic + "." + service + ".dlt";
    }
}
