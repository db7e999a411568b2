package io.kempelen.benchmarks.torture;

import java.time.Instant;
import java.util.Locale;

/**
 * One kill, with what was going on at its moment.
 *
 * @param backAfterSeconds until its successor served; -1 when that was not lived to see
 */
record Kill(
        int number,
        String victim,
        long pid,
        Instant at,
        int inFlight,
        int unanswered,
        int submitted,
        int paid,
        double backAfterSeconds) {

    static Kill of(Schedule.Planned planned, long pid, Instant at, Flight.State state) {
        return new Kill(
                planned.number(),
                planned.victim().process(),
                pid,
                at,
                state.inFlight(),
                state.unanswered(),
                state.answered(),
                state.paid(),
                -1);
    }

    Kill backAfter(double seconds) {
        return new Kill(number, victim, pid, at, inFlight, unanswered, submitted, paid, seconds);
    }

    String line(int ofKills, int ofSubmissions) {
        return String.format(
                Locale.ROOT,
                "kill %d of %d: %s (pid %d), %,d submissions in flight, %,d of %,d submitted, %,d paid",
                number,
                ofKills,
                victim,
                pid,
                inFlight,
                submitted,
                ofSubmissions,
                paid);
    }
}
