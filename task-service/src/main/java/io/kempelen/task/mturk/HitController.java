package io.kempelen.task.mturk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.kempelen.messaging.mturk.MturkError;
import io.kempelen.messaging.mturk.MturkInput;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.ProblemException;
import io.kempelen.messaging.web.Role;
import io.kempelen.task.task.ClosingService;
import io.kempelen.task.task.TaskOutcome;
import io.kempelen.task.task.Tasks;
import io.kempelen.task.task.domain.Task;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** MTurk's operations that read HITs and end them. */
@RestController
@RequestMapping("/internal/mturk")
class HitController {

    private static final String LAST = "~";
    private static final String DELETABLE = "Reviewing, Reviewable";

    private final ClosingService closing;
    private final Tasks tasks;
    private final Hits hits;
    private final InstantSource clock;

    HitController(ClosingService closing, Tasks tasks, Hits hits, InstantSource clock) {
        this.closing = closing;
        this.tasks = tasks;
        this.hits = hits;
        this.clock = clock;
    }

    /** Some HITs, as operations answer them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Listed(
            @JsonProperty("NextToken") @Nullable String nextToken,
            @JsonProperty("NumResults") int numResults,
            @JsonProperty("HITs") List<Hit> hits) {}

    @PostMapping("/GetHIT")
    CreateController.Made getHit(@RequestBody JsonNode body, Caller caller) {
        caller.require(Role.REQUESTER);
        var hitId = hitId(new MturkInput(body));
        return tasks.findByTaskId(hitId)
                .filter(task -> task.requesterId().equals(caller.accountId()) && task.state() != Task.State.DRAFT)
                .map(task -> new CreateController.Made(hits.of(task)))
                .orElseThrow(() -> HitErrors.unknown(hitId));
    }

    @PostMapping("/ListHITs")
    Listed listHits(@RequestBody JsonNode body, Caller caller) {
        caller.require(Role.REQUESTER);
        var input = new MturkInput(body);
        int most = most(input);
        return listed(tasks.listPublished(caller.accountId(), before(input), most + 1), most);
    }

    @PostMapping("/ListReviewableHITs")
    Listed listReviewableHits(@RequestBody JsonNode body, Caller caller) {
        caller.require(Role.REQUESTER);
        var input = new MturkInput(body);
        int most = most(input);
        var status = input.text("Status", 16).orElse("Reviewable");
        if (!List.of("Reviewable", "Reviewing").contains(status)) {
            throw MturkError.validation(
                    "Value '" + status
                            + "' at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Reviewable, Reviewing]");
        }
        var found = tasks.listReviewable(
                caller.accountId(),
                input.entityId("HITTypeId").orElse(""),
                status.equals("Reviewing"),
                clock.instant(),
                before(input),
                most + 1);
        return listed(found, most);
    }

    @PostMapping("/UpdateExpirationForHIT")
    Map<String, String> updateExpiration(@RequestBody JsonNode body, Caller caller) {
        caller.require(Role.REQUESTER);
        var input = new MturkInput(body);
        var until = input.required("ExpireAt", input.time("ExpireAt"));
        return empty(
                closing.expire(caller.accountId(), hitId(input), until),
                "Assignable, Unassignable, Reviewable, Reviewing");
    }

    @PostMapping("/UpdateHITReviewStatus")
    Map<String, String> updateReviewStatus(@RequestBody JsonNode body, Caller caller) {
        caller.require(Role.REQUESTER);
        var input = new MturkInput(body);
        boolean revert = input.flag("Revert", false);
        return empty(closing.review(caller.accountId(), hitId(input), !revert), revert ? "Reviewing" : "Reviewable");
    }

    @PostMapping("/DeleteHIT")
    Map<String, String> deleteHit(@RequestBody JsonNode body, Caller caller) {
        caller.require(Role.REQUESTER);
        return empty(closing.dispose(caller.accountId(), hitId(new MturkInput(body))), DELETABLE);
    }

    private static Map<String, String> empty(TaskOutcome outcome, String allowed) {
        return switch (outcome) {
            case TaskOutcome.Done done -> Map.of();
            case TaskOutcome refused -> throw HitErrors.of(refused, allowed);
        };
    }

    private Listed listed(List<Task> oneMore, int most) {
        var page = Page.of(oneMore, most, Task::taskId);
        var shown = hits.all(page.items());
        return new Listed(page.nextCursor(), shown.size(), shown);
    }

    private static String hitId(MturkInput input) {
        return input.required("HITId", input.entityId("HITId"));
    }

    private static int most(MturkInput input) {
        return input.number("MaxResults", 1, 100).orElse(10L).intValue();
    }

    private static String before(MturkInput input) {
        try {
            return Objects.requireNonNullElse(
                    Cursor.decode(input.text("NextToken", 255).orElse(null)), LAST);
        } catch (ProblemException foreign) {
            throw MturkError.parameter("The value for the parameter NextToken is not valid.");
        }
    }
}
