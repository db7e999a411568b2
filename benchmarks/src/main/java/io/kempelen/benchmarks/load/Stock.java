package io.kempelen.benchmarks.load;

import io.kempelen.benchmarks.http.Api;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Publishes tasks as the requesters would, in batches, and goes on so that enough of them stay open. */
public final class Stock {

    /** Minor units: what one lifecycle moves to the worker. */
    public static final long REWARD = 5;

    /** Minor units: what one lifecycle moves to the platform, 20 % of the reward. */
    public static final long FEE = 1;

    private static final int FIRST_BATCH = 1_000;
    private static final int LATER_BATCH = 250;

    private final Api api;
    private final Cast cast;
    private final Plan plan;
    private final String run;
    private final int wanted;
    private final List<String> projects;
    private final List<Published> batches = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile boolean refilling;
    private volatile @Nullable IllegalStateException failure;
    private @Nullable Thread thread;

    /** A batch and who may ask how far it is. */
    public record Published(String batchId, Person requester, int tasks) {}

    public Stock(Api api, Cast cast, Plan plan, String run, int wanted) {
        this.api = api;
        this.cast = cast;
        this.plan = plan;
        this.run = run;
        this.wanted = wanted;
        this.projects = cast.requesters().stream().map(this::project).toList();
    }

    public List<Published> batches() {
        return List.copyOf(batches);
    }

    public void fill(PrintStream out) {
        var progress = new Progress(out, "tasks published", wanted);
        for (int left = wanted; left > 0; left -= FIRST_BATCH) {
            publish(Math.min(left, FIRST_BATCH));
            progress.add(Math.min(left, FIRST_BATCH));
        }
        progress.end();
    }

    /** From now on publishes anew what has been taken. */
    public void keepFilled() {
        refilling = true;
        thread = Thread.ofPlatform().daemon().name("refill").start(this::refill);
    }

    private void refill() {
        try {
            while (refilling) {
                if (plan.open() <= wanted - LATER_BATCH) publish(LATER_BATCH);
                else Api.pause(Duration.ofMillis(100));
            }
        } catch (IllegalStateException refused) {
            failure = refused;
        }
    }

    /** Ends the batch that is being published, and publishes no other. */
    public void rest() {
        refilling = false;
        try {
            if (thread != null) thread.join(Duration.ofSeconds(60));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    public void check() {
        var broken = failure;
        if (broken != null)
            throw new IllegalStateException("No more tasks could be published: " + broken.getMessage(), broken);
    }

    private void publish(int count) {
        int turn = batches.size() % projects.size();
        var requester = cast.requesters().get(turn);
        var csv = new StringBuilder("text\n");
        for (int i = 0; i < count; i++)
            csv.append("Picture ")
                    .append(run)
                    .append(' ')
                    .append(numbers.incrementAndGet())
                    .append('\n');
        var made = api.upload("/v1/projects/" + projects.get(turn) + "/batches", requester.token(), csv.toString());
        var batchId = made.path("batchId").asString();
        batches.add(new Published(batchId, requester, count));
        plan.add(taskIds(batchId, requester));
    }

    private List<String> taskIds(String batchId, Person requester) {
        var ids = new ArrayList<String>();
        var cursor = "";
        do {
            var page = api.get("/v1/tasks?batchId=" + batchId + "&limit=100" + cursor, requester.token());
            page.path("items").forEach(task -> ids.add(task.path("taskId").asString()));
            var next = page.path("nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return ids;
    }

    private String project(Person requester) {
        var settings = Map.of(
                "name", "Bench " + run,
                "title", "Which animal is it?",
                "description", "Look at the picture and say which animal it shows.",
                "keywords", "bench, picture, animal",
                "reward", "0.05",
                "template", "<p>${text}</p><p><input name=\"label\"></p>",
                "placesPerTask", Task.PLACES,
                "requirements", requirements(),
                "review", Map.of("policy", "majority", "fields", List.of("label"), "dissent", "approve"));
        return api.post("/v1/projects", requester.token(), settings)
                .path("projectId")
                .asString();
    }

    private List<Map<String, Object>> requirements() {
        return List.of(
                Map.of(
                        "qualificationTypeId", "00000000000000000071",
                        "comparator", "EqualTo",
                        "localeValues", List.of(Map.of("country", "US"))),
                Map.of(
                        "qualificationTypeId", "000000000000000000L0",
                        "comparator", "GreaterThanOrEqualTo",
                        "integerValues", List.of(90)),
                Map.of(
                        "qualificationTypeId", cast.qualificationTypeId(),
                        "comparator", "GreaterThanOrEqualTo",
                        "integerValues", List.of(50)));
    }
}
