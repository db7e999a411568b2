package io.kempelen.benchmarks.torture;

import io.kempelen.benchmarks.http.Api;
import io.kempelen.benchmarks.load.Cast;
import io.kempelen.benchmarks.load.Hands;
import io.kempelen.benchmarks.load.Payments;
import io.kempelen.benchmarks.load.Plan;
import io.kempelen.benchmarks.load.Progress;
import io.kempelen.benchmarks.load.Stock;
import io.kempelen.benchmarks.load.Tally;
import io.kempelen.benchmarks.load.Timings;
import io.kempelen.benchmarks.machine.Installation;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** The people, the tasks, the hands and the killer of one torture, put together. */
final class Rig implements AutoCloseable {

    private static final Duration LAST_SUBMISSIONS = Duration.ofMinutes(1);
    private static final Duration LAST_PAYMENTS = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(100);

    private final TortureSettings settings;
    private final PrintStream progress;
    private final Deadline deadline;
    private final Payments payments;
    private final Plan plan;
    private final Pocket pocket;
    private final Flight flight = new Flight();
    private final Tally tally = new Tally();
    private final Timings timings = new Timings();
    private final Work work;
    private final Hands hands;

    Rig(TortureSettings settings, Installation platform, String name, Deadline deadline, PrintStream progress) {
        this.settings = settings;
        this.progress = progress;
        this.deadline = deadline;
        var api = new Api(platform.base());
        var operator = api.signIn(
                platform.operator().accessKeyId(), platform.operator().secretAccessKey());
        payments = new Payments(platform.kafka());
        var cast = Cast.hire(api, operator, settings.requesters, settings.workers, name, progress);
        plan = new Plan(cast.workers(), settings.window());
        new Stock(api, cast, plan, name, settings.tasks()).fill(progress);
        pocket = new Pocket(settings.pocket());
        var insistence = new Insistence(tally, deadline.atLeast(LAST_SUBMISSIONS));
        work = new Work(plan, pocket, flight, payments, insistence, tally, timings);
        hands = new Hands(settings.hands(), api.base(), work::turn);
    }

    Storm storm(Supervised supervised, PrintStream out) {
        var schedule = Schedule.of(settings.seed, settings.kills);
        return new Storm(schedule, settings.aim(), pocket, flight, supervised, () -> plan.open() > 0, this::check, out);
    }

    /** Submits what is left, unless the time is over, and waits for the money of all that was submitted. */
    void settle() {
        int asked = settings.aim().submissions();
        if (!deadline.over()) pocket.allow(asked);
        var submitting = new Progress(progress, "submissions answered", asked);
        while (!isSubmitted() && !deadline.over()) {
            submitting.to(flight.state().answered(), "");
            rest();
        }
        hands.stop();
        var paying = new Progress(progress, "rewards heard of", asked);
        var end = deadline.atLeast(LAST_PAYMENTS);
        while (flight.state().inFlight() > 0 && !end.over()) {
            paying.to(flight.state().paid(), flight.state().inFlight() + " in flight");
            rest();
        }
    }

    private boolean isSubmitted() {
        return plan.open() == 0 && pocket.empty() && flight.state().unanswered() == 0;
    }

    /** Throws when the torture itself is broken. */
    private void check() {
        payments.check();
        work.check();
    }

    private void rest() {
        check();
        Api.pause(POLL);
    }

    Deed deed(List<Kill> kills) {
        return new Deed(settings.aim(), kills, flight.allAnswered(), Stock.REWARD, Stock.FEE);
    }

    Flight flight() {
        return flight;
    }

    Tally tally() {
        return tally;
    }

    Timings timings() {
        return timings;
    }

    @Override
    public void close() {
        payments.close();
    }
}
