package io.kempelen.benchmarks.load;

import io.kempelen.benchmarks.http.Api;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Everybody who takes part: made by the operator through the API, with tokens of their own. */
public record Cast(List<Person> requesters, List<Person> workers, String qualificationTypeId) {

    private static final String DEPOSIT = "100000.00";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** @param run distinguishes this run's names and references from all others' */
    public static Cast hire(Api api, String operator, int requesters, int workers, String run, PrintStream out) {
        var owners = Crew.all(
                requesters,
                new Progress(out, "requesters with deposits", requesters),
                i -> requester(api, operator, run, i));
        var hands = Crew.all(workers, new Progress(out, "workers", workers), i -> worker(api, operator, run, i));
        var owner = owners.getFirst();
        var type = qualification(api, owner, run);
        Crew.all(
                workers,
                new Progress(out, "qualifications granted", workers),
                i -> grant(api, owner, type, hands.get(i)));
        awaitKnown(api, hands.getLast());
        return new Cast(owners, hands, type);
    }

    private static Person requester(Api api, String operator, String run, int number) {
        var person =
                account(api, operator, Map.of("kind", "requester", "name", "Bench requester " + run + " " + number));
        var deposit = Map.of("accountId", person.id(), "amount", DEPOSIT, "reference", "bench-" + run + "-" + number);
        api.post("/v1/operator/deposits", operator, deposit);
        return person;
    }

    private static Person worker(Api api, String operator, String run, int number) {
        return account(
                api,
                operator,
                Map.of("kind", "worker", "name", "Bench worker " + run + " " + number, "locale", "US-CA"));
    }

    private static Person account(Api api, String operator, Map<String, String> wanted) {
        var made = api.post("/v1/operator/accounts", operator, wanted);
        return new Person(made.path("id").asString(), made.path("token").asString());
    }

    private static String qualification(Api api, Person owner, String run) {
        var type = Map.of("name", "Bench panel " + run, "description", "Everybody of this run", "status", "Active");
        return api.post("/v1/qualification-types", owner.token(), type)
                .path("qualificationTypeId")
                .asString();
    }

    private static Boolean grant(Api api, Person owner, String type, Person worker) {
        api.put("/v1/qualification-types/" + type + "/workers/" + worker.id(), owner.token(), Map.of("value", 80));
        return true;
    }

    /** Where a worker lives is told to the service that checks it; it may hear of it a moment later. */
    private static void awaitKnown(Api api, Person latest) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!api.get("/v1/worker/profile", latest.token()).toString().contains("US")) {
            if (System.nanoTime() > deadline) throw new IllegalStateException("The workers' locale never arrived.");
            Api.pause(Duration.ofMillis(200));
        }
    }
}
