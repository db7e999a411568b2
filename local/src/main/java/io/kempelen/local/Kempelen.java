package io.kempelen.local;

import io.kempelen.local.command.Commands;

/** The main class behind ./kempelen. */
public final class Kempelen {

    private Kempelen() {}

    public static void main(String[] args) {
        System.setProperty(
                "org.slf4j.simpleLogger.defaultLogLevel",
                "off"); // Kafka's client chatters; results speak for themselves
        int code = Commands.run(args);
        if (code != 0) System.exit(code);
    }
}
