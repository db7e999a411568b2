package io.kempelen.benchmarks.torture;

import io.kempelen.benchmarks.http.Connection;
import io.kempelen.benchmarks.http.Request;
import io.kempelen.benchmarks.load.Payments;
import io.kempelen.benchmarks.load.Place;
import io.kempelen.benchmarks.load.Plan;
import io.kempelen.benchmarks.load.Tally;
import io.kempelen.benchmarks.load.Timings;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one hand does in one turn: submits what it may, else accepts ahead. */
final class Work {

    private final Plan plan;
    private final Pocket pocket;
    private final Flight flight;
    private final Payments payments;
    private final Insistence insistence;
    private final Tally tally;
    private final Timings timings;
    private volatile @Nullable RuntimeException failure;

    Work(
            Plan plan,
            Pocket pocket,
            Flight flight,
            Payments payments,
            Insistence insistence,
            Tally tally,
            Timings timings) {
        this.plan = plan;
        this.pocket = pocket;
        this.flight = flight;
        this.payments = payments;
        this.insistence = insistence;
        this.tally = tally;
        this.timings = timings;
    }

    /** False when there was nothing to do. */
    boolean turn(Connection connection) {
        try {
            return begin(connection);
        } catch (RuntimeException broken) {
            failure = broken;
            throw broken;
        }
    }

    /** A hand that breaks is no fault of the platform, and nothing may be concluded from what it left undone. */
    void check() {
        var broken = failure;
        if (broken != null) throw new IllegalStateException("A simulated worker broke: " + broken, broken);
    }

    private boolean begin(Connection connection) {
        var held = pocket.draw();
        if (held.isPresent()) {
            submit(connection, held.get());
            return true;
        }
        if (!pocket.reserve()) return false;
        var place = plan.next();
        if (place.isEmpty()) pocket.giveUp();
        else accept(connection, place.get());
        return place.isPresent();
    }

    private void accept(Connection connection, Place place) {
        var path = "/v1/worker/tasks/" + place.task().id() + "/assignments";
        var request = Request.post(path, place.worker().token())
                .once(UUID.randomUUID().toString());
        var reply = insistence.untilKnown(connection, "accept", request);
        if (reply.is(201)) {
            tally.accept();
            pocket.put(new Pocket.Held(place, reply.json().path("assignmentId").asString()));
        } else {
            if (!Insistence.isPassing(reply)) tally.fault("accept refused: " + reply.fault());
            pocket.giveUp();
            plan.giveBack(place);
        }
    }

    private void submit(Connection connection, Pocket.Held held) {
        var place = held.place();
        var id = held.assignmentId();
        var request = Request.json(
                "PUT",
                "/v1/worker/assignments/" + id + "/submission",
                place.worker().token(),
                "{\"answers\":{\"label\":\"" + place.vote() + "\"}}");
        boolean deciding = flight.begin(place, id);
        payments.expect(id, System.nanoTime(), timings, deciding, () -> flight.paid(id));
        var reply = insistence.send(connection, "submit", request);
        if (reply.is(200)) {
            flight.answered(id);
            tally.submit();
        } else if (Insistence.isPassing(reply)) {
            flight.unknown(id);
        } else {
            tally.fault("submit refused: " + reply.fault());
            payments.forget(id);
            flight.refused(place, id);
        }
    }
}
