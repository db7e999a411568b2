package io.kempelen.benchmarks.torture;

import io.kempelen.benchmarks.http.Api;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The kills, one after the other: each has its share of the submissions, let go as one burst. In the middle of the burst, when
 * enough is in flight, the victim dies; the rest of the burst meets the outage. The next begins when the victim is back.
 */
final class Storm {

    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration FILLING = Duration.ofSeconds(60);
    private static final Duration CALMING = Duration.ofSeconds(20);

    private final Schedule schedule;
    private final Aim aim;
    private final Pocket pocket;
    private final Flight flight;
    private final Supervised supervised;
    private final BooleanSupplier moreWork;
    private final Runnable alarm;
    private final PrintStream out;
    private int extraBursts;

    /**
     * @param moreWork whether there are places that nobody has accepted
     * @param alarm throws when the torture itself is broken
     */
    Storm(
            Schedule schedule,
            Aim aim,
            Pocket pocket,
            Flight flight,
            Supervised supervised,
            BooleanSupplier moreWork,
            Runnable alarm,
            PrintStream out) {
        this.schedule = schedule;
        this.aim = aim;
        this.pocket = pocket;
        this.flight = flight;
        this.supervised = supervised;
        this.moreWork = moreWork;
        this.alarm = alarm;
        this.out = out;
    }

    /** What was done before the time was over. */
    List<Kill> rage(Deadline deadline) {
        var done = new ArrayList<Kill>();
        for (var planned : schedule.kills()) {
            var kill = burst(planned, deadline) ? strike(planned, deadline) : Optional.<Kill>empty();
            if (kill.isEmpty()) break;
            done.add(kill.get());
        }
        return done;
    }

    /** Bursts beyond each kill's own, because the platform paid faster than was submitted. */
    int extraBursts() {
        return extraBursts;
    }

    /** True when so much of it has begun as was planned. */
    private boolean burst(Schedule.Planned planned, Deadline deadline) {
        calm(deadline);
        int begun = flight.state().begun();
        int share = aim.share(begun + pocket.allowed(), planned.number());
        var filling = Deadline.in(FILLING);
        await(() -> pocket.size() >= share || filling.over() || isSpent(), deadline);
        pocket.allow(share);
        int due = begun + (int) (planned.part() * share);
        return await(() -> flight.state().begun() >= due || isSpent(), deadline);
    }

    /** The last kill's submissions are paid before more come, or most: else they would pile up and nothing would be paid while it strikes. */
    private void calm(Deadline deadline) {
        var calming = Deadline.in(CALMING);
        await(() -> flight.state().inFlight() < aim.inFlight() || calming.over(), deadline);
    }

    private Optional<Kill> strike(Schedule.Planned planned, Deadline deadline) {
        Api.pause(planned.pause());
        var victim = supervised.serving(planned.victim(), deadline);
        var state = victim.isEmpty() ? Optional.<Flight.State>empty() : enoughInFlight(deadline);
        if (victim.isEmpty() || state.isEmpty()) return Optional.empty();
        var kill = Kill.of(planned, victim.get().pid(), Instant.now(), state.get());
        out.println(kill.line(aim.kills(), aim.submissions()));
        return Optional.of(survived(kill, planned.victim(), victim.get(), deadline));
    }

    private Kill survived(Kill kill, Victim name, ProcessHandle victim, Deadline deadline) {
        long moment = System.nanoTime();
        Supervised.kill(victim);
        if (!supervised.isBack(name, kill.pid(), deadline)) return kill;
        double seconds = (System.nanoTime() - moment) / 1e9;
        out.printf(Locale.ROOT, "  back after %.1f s%n", seconds);
        return kill.backAfter(seconds);
    }

    /** The first moment at which enough is in flight; where all is paid before, there is another burst. */
    private Optional<Flight.State> enoughInFlight(Deadline deadline) {
        while (!deadline.over()) {
            var state = flight.state();
            if (state.inFlight() >= aim.inFlight()) return Optional.of(state);
            if (isSpent()) return Optional.empty();
            if (pocket.allowed() == 0 && state.unanswered() == 0) {
                pocket.allow(2 * aim.inFlight());
                extraBursts++;
            }
            alarm.run();
            Api.pause(POLL);
        }
        return Optional.empty();
    }

    /** Nothing is left to submit. */
    private boolean isSpent() {
        return !moreWork.getAsBoolean() && pocket.empty();
    }

    private boolean await(BooleanSupplier condition, Deadline deadline) {
        while (!condition.getAsBoolean()) {
            if (deadline.over()) return false;
            alarm.run();
            Api.pause(POLL);
        }
        return true;
    }
}
