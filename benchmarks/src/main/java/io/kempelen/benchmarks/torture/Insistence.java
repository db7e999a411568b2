package io.kempelen.benchmarks.torture;

import io.kempelen.benchmarks.http.Api;
import io.kempelen.benchmarks.http.Connection;
import io.kempelen.benchmarks.http.Reply;
import io.kempelen.benchmarks.http.Request;
import io.kempelen.benchmarks.load.Tally;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** A client that believes in the platform: where there is no answer, or "not now", it repeats the same call, ever less often. */
final class Insistence {

    private static final int NONE = 0;
    private static final int NOT_KNOWN_YET = 404;
    private static final int TOO_OFTEN = 429;
    private static final int LATER = 3;
    private static final int FIRST_PAUSE = 100;
    private static final int LONGEST_PAUSE = 1_600;

    private final Tally tally;
    private final Deadline deadline;

    Insistence(Tally tally, Deadline deadline) {
        this.tally = tally;
        this.deadline = deadline;
    }

    /** The same for what another service may not have heard of yet. */
    Reply untilKnown(Connection connection, String what, Request request) {
        var reply = send(connection, what, request);
        while (reply.is(NOT_KNOWN_YET) && !deadline.over()) {
            Api.pause(pause(LATER));
            reply = send(connection, what, request);
        }
        return reply;
    }

    /** The first answer that repeating would not change; when the time is over, the last one there was. */
    Reply send(Connection connection, String what, Request request) {
        for (int tried = 0; ; tried++) {
            var reply = attempt(connection, request);
            if (!isPassing(reply)) return reply;
            tally.fault(what + " " + (reply.is(NONE) ? "no answer" : reply.fault()));
            if (deadline.over()) return reply;
            Api.pause(pause(tried));
        }
    }

    static boolean isPassing(Reply reply) {
        return reply.is(NONE) || reply.is(TOO_OFTEN) || reply.status() >= 500;
    }

    /** Up to twice as long each time, and never the same for two who fail together. */
    private static Duration pause(int tried) {
        int longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(tried, 8));
        return Duration.ofMillis(ThreadLocalRandom.current().nextInt(longest / 2, longest));
    }

    private static Reply attempt(Connection connection, Request request) {
        try {
            return connection.send(request);
        } catch (IOException broken) {
            return new Reply(NONE, "", true);
        }
    }
}
