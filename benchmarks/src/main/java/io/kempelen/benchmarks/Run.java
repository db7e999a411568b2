package io.kempelen.benchmarks;

import io.kempelen.benchmarks.http.Api;
import io.kempelen.benchmarks.load.Books;
import io.kempelen.benchmarks.load.Cast;
import io.kempelen.benchmarks.load.ClosedLoop;
import io.kempelen.benchmarks.load.Lifecycles;
import io.kempelen.benchmarks.load.Loop;
import io.kempelen.benchmarks.load.OpenLoop;
import io.kempelen.benchmarks.load.Payments;
import io.kempelen.benchmarks.load.Plan;
import io.kempelen.benchmarks.load.Progress;
import io.kempelen.benchmarks.load.Stock;
import io.kempelen.benchmarks.load.Tally;
import io.kempelen.benchmarks.load.Timings;
import io.kempelen.benchmarks.machine.Installation;
import io.kempelen.benchmarks.machine.Processes;
import io.kempelen.benchmarks.report.Check;
import io.kempelen.benchmarks.report.Phase;
import io.kempelen.benchmarks.report.Reading;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One run against one platform: the people, the work, the phases, the reckoning. */
final class Run implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int SPARE_HANDS = 4;

    private final Settings settings;
    private final PrintStream out;
    private final Api api;
    private final Books books;
    private final Books.Ledger before;
    private final Payments payments;
    private final Processes processes;
    private final Tally tally = new Tally();
    private final Plan plan;
    private final Stock stock;
    private final Lifecycles lifecycles;

    Run(Settings settings, Installation platform, String name, PrintStream out) {
        this.settings = settings;
        this.out = out;
        api = new Api(platform.base());
        var operator = api.signIn(
                platform.operator().accessKeyId(), platform.operator().secretAccessKey());
        books = new Books(api, operator);
        before = books.ledger();
        payments = new Payments(platform.kafka());
        processes = new Processes(platform);
        var cast = Cast.hire(api, operator, settings.requesters, settings.workers, name, out);
        plan = new Plan(cast.workers());
        stock = new Stock(api, cast, plan, name, settings.tasks);
        stock.fill(out);
        lifecycles = new Lifecycles(plan, payments, tally, settings.searchEvery);
    }

    Phase closedLoop() {
        stock.keepFilled();
        try (var loop = new ClosedLoop(lifecycles, api.base(), settings.hands, settings.inFlight)) {
            pass(settings.warmingUp(), "warm-up");
            return measured("closed loop", 0, settings.closed(), loop);
        } finally {
            stock.rest();
        }
    }

    Phase fixedRate(double perSecond) {
        stock.keepFilled();
        try (var loop = new OpenLoop(lifecycles, api.base(), settings.hands * SPARE_HANDS, perSecond)) {
            pass(SETTLING, "settling");
            return measured("fixed rate", perSecond, settings.atRate(), loop);
        } finally {
            stock.rest();
        }
    }

    private Phase measured(String name, double rate, Duration duration, Loop loop) {
        var timings = new Timings();
        var from = read();
        loop.time(timings);
        var intervals = pass(duration, name);
        loop.time(new Timings());
        var to = read();
        awaitPayments(PATIENCE.dividedBy(9)); // what was sent in this phase counts in it, also when its money comes now
        return Phase.between(name, rate, from, to, timings.latencies(), intervals);
    }

    /** Lets time pass and answers the payments per second in each part of it. */
    private List<Double> pass(Duration duration, String name) {
        var progress = new Progress(out, name + ", seconds", duration.toSeconds());
        var rates = new ArrayList<Double>();
        long begin = System.nanoTime();
        long paid = payments.paid();
        long mark = begin;
        while (System.nanoTime() - begin < duration.toNanos()) {
            Api.pause(Duration.ofMillis(100));
            payments.check();
            stock.check();
            long now = System.nanoTime();
            if (now - mark < INTERVAL.toNanos()) continue;
            rates.add(Math.round(10 * (payments.paid() - paid) / ((now - mark) / 1e9)) / 10.0);
            paid = payments.paid();
            mark = now;
            progress.to((now - begin) / 1_000_000_000, rates.getLast() + " paid/s, " + plan.open() + " tasks open");
        }
        progress.end();
        return rates;
    }

    private Reading read() {
        var batches = stock.batches();
        long counted = books.batches(batches).paid();
        long countedAt = System.nanoTime();
        return new Reading(
                System.nanoTime(),
                tally.accepted(),
                tally.submitted(),
                payments.paid(),
                processes.cpuSeconds(),
                Processes.busySeconds(),
                countedAt,
                counted,
                batches.size());
    }

    /** Finishes every task that somebody began, waits until all is paid and counted, and compares. */
    List<Check> reckon() {
        plan.finish();
        var loop = new ClosedLoop(lifecycles, api.base(), settings.hands, Integer.MAX_VALUE);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (plan.begun() > 0 && System.nanoTime() < deadline) Api.pause(Duration.ofMillis(100));
        loop.close();
        awaitPayments(PATIENCE);
        return checks(System.nanoTime() + PATIENCE.dividedBy(3).toNanos());
    }

    private void awaitPayments(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (payments.paid() < plan.decidedAnswers() && System.nanoTime() < deadline)
            Api.pause(Duration.ofMillis(50));
    }

    /** Counting is the last that happens, a moment after the payment. */
    private List<Check> checks(long deadline) {
        while (true) {
            var checks = Check.all(
                    tally.submitted(),
                    plan.decidedAnswers(),
                    payments.paid(),
                    payments.strange(),
                    books.batches(stock.batches()),
                    before,
                    books.ledger());
            if (System.nanoTime() > deadline || checks.stream().allMatch(Check::holds)) return checks;
            Api.pause(Duration.ofSeconds(1));
        }
    }

    Tally tally() {
        return tally;
    }

    Processes processes() {
        return processes;
    }

    @Override
    public void close() {
        payments.close();
    }
}
