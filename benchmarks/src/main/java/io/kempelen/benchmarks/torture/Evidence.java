package io.kempelen.benchmarks.torture;

import io.kempelen.benchmarks.machine.Installation;
import java.time.Duration;

/** What the topics and the databases say, when all that is written is sent. */
record Evidence(Heard heard, Booked booked, Plumbing plumbing) {

    private static final Duration SENDING = Duration.ofSeconds(60);

    static Evidence of(Installation platform) {
        var plumbing = plumbing(platform, SENDING);
        try (var topics = new Topics(platform.kafka())) {
            return new Evidence(topics.read(), new Databases(platform).ledger(), plumbing);
        }
    }

    static Plumbing plumbing(Installation platform, Duration patience) {
        var databases = new Databases(platform);
        long unsent = databases.unsent(Deadline.in(patience));
        try (var topics = new Topics(platform.kafka())) {
            return new Plumbing(unsent, databases.parked(), topics.deadLetters());
        }
    }
}
