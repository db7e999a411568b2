package io.kempelen.benchmarks.load;

import io.kempelen.benchmarks.http.Connection;
import io.kempelen.benchmarks.http.Reply;
import io.kempelen.benchmarks.http.Request;
import io.kempelen.benchmarks.load.Timings.Step;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** What one worker does with one place: search now and then, accept, submit. The rest of the lifecycle is the platform's. */
public final class Lifecycles {

    private static final String SEARCH = "/v1/worker/tasks?limit=20";
    private static final int TRIES = 3;

    private final Plan plan;
    private final Payments payments;
    private final Tally tally;
    private final int searchEvery;
    private final AtomicLong turns = new AtomicLong();

    public Lifecycles(Plan plan, Payments payments, Tally tally, int searchEvery) {
        this.plan = plan;
        this.payments = payments;
        this.tally = tally;
        this.searchEvery = searchEvery;
    }

    /**
     * Does one turn, if there is work.
     *
     * @param due when it was to begin: waiting for a free hand counts as the platform's time, not as nobody's
     * @param ended called once, when the reward is paid, or earlier where that must wait for other people's answers
     */
    boolean perform(Connection connection, long due, Timings timings, Runnable ended) {
        var once = once(ended);
        var place = plan.next().orElse(null);
        if (place == null) {
            once.run();
            return false;
        }
        long start = due;
        if (searchEvery > 0 && turns.incrementAndGet() % searchEvery == 0)
            start = search(connection, place, due, timings);
        var assignmentId = accept(connection, place, start, timings);
        if (assignmentId.isEmpty()) {
            plan.giveBack(place);
            once.run();
        } else {
            submit(connection, place, assignmentId, timings, once);
        }
        return true;
    }

    private long search(Connection connection, Place place, long due, Timings timings) {
        var reply = send(connection, Request.get(SEARCH, place.worker().token()));
        long now = System.nanoTime();
        if (reply.is(200)) timings.record(Step.SEARCH, due, now);
        else tally.fault("search " + reply.fault());
        return now;
    }

    /** The assignment's id; empty when the place was not to be had. */
    private String accept(Connection connection, Place place, long start, Timings timings) {
        var path = "/v1/worker/tasks/" + place.task().id() + "/assignments";
        var reply = send(connection, Request.post(path, place.worker().token()));
        if (!reply.is(201)) {
            tally.fault("accept " + reply.fault());
            return "";
        }
        timings.record(Step.ACCEPT, start, System.nanoTime());
        tally.accept();
        return reply.json().path("assignmentId").asString();
    }

    private void submit(Connection connection, Place place, String assignmentId, Timings timings, Runnable ended) {
        var request = Request.json(
                "PUT",
                "/v1/worker/assignments/" + assignmentId + "/submission",
                place.worker().token(),
                "{\"answers\":{\"label\":\"" + place.vote() + "\"}}");
        long start = System.nanoTime();
        boolean deciding = place.task().answer(place.number());
        payments.expect(assignmentId, start, timings, deciding, deciding ? ended : () -> {});
        for (int tried = 1; ; tried++) {
            var reply = send(connection, request);
            if (reply.is(200)) break;
            tally.fault("submit " + reply.fault());
            if (tried < TRIES) continue; // the same answer may be sent again
            payments.forget(assignmentId);
            place.task().takeBack(place.number());
            ended.run();
            return;
        }
        timings.record(Step.SUBMIT, start, System.nanoTime());
        tally.submit();
        if (!deciding) ended.run();
    }

    private static Reply send(Connection connection, Request request) {
        try {
            return connection.send(request);
        } catch (IOException broken) {
            return new Reply(0, "", true);
        }
    }

    private static Runnable once(Runnable work) {
        var done = new AtomicBoolean();
        return () -> {
            if (done.compareAndSet(false, true)) work.run();
        };
    }
}
