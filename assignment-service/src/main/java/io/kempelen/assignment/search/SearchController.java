package io.kempelen.assignment.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kempelen.assignment.qualification.RequirementView;
import io.kempelen.assignment.search.SearchService.Found;
import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A worker looks for work. */
@RestController
class SearchController {

    private static final String USUAL_CURRENCY = "USD";

    private final SearchService service;

    SearchController(SearchService service) {
        this.service = service;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String taskId,
            String taskTypeId,
            @Nullable String batchId,
            String requesterId,
            String title,
            String description,
            String keywords,
            String reward,
            String currency,
            long assignmentDurationSeconds,
            Instant publishedAt,
            Instant expiresAt,
            boolean qualified,
            List<RequirementView> unmetRequirements) {}

    @GetMapping("/v1/worker/tasks")
    Page<View> find(
            Caller caller,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String minReward,
            @RequestParam(required = false) @Nullable String batchId,
            @RequestParam(required = false) @Nullable String requesterId,
            @RequestParam(defaultValue = "false") boolean qualified,
            @RequestParam(defaultValue = "newest") String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        caller.require(Role.WORKER);
        var order = sort(sort);
        var least = minReward == null ? null : Long.valueOf(minorUnits(minReward, caller));
        var words = search == null || search.isBlank() ? null : search.strip();
        var query = new Query(caller.accountId(), words, least, batchId, requesterId, qualified, order);
        var finds = service.find(query, Position.of(cursor, order), Page.limit(limit));
        var next = finds.next();
        return new Page<>(
                finds.items().stream().map(SearchController::view).toList(), next == null ? null : next.cursor());
    }

    /** In the worker's own currency: a worker sees no tasks in another one. */
    private long minorUnits(String minReward, Caller caller) {
        var currency = service.currency(caller.accountId()).orElse(USUAL_CURRENCY);
        return Amounts.parse("minReward", minReward, currency);
    }

    private static Sort sort(String spelled) {
        return switch (spelled.toLowerCase(Locale.ROOT)) {
            case "newest" -> Sort.NEWEST;
            case "oldest" -> Sort.OLDEST;
            case "reward" -> Sort.REWARD;
            default ->
                throw Problem.invalid("sort", "sort is \"" + spelled + "\", but must be newest, oldest or reward.")
                        .exception();
        };
    }

    private static View view(Found found) {
        var task = found.task();
        return new View(
                task.taskId(),
                task.taskTypeId(),
                task.batchId(),
                task.requesterId(),
                task.title(),
                task.description(),
                task.keywords(),
                Amounts.format(task.rewardMinor(), task.currency()),
                task.currency(),
                task.durationSeconds(),
                task.publishedAt(),
                task.expiresAt(),
                found.unmet().isEmpty(),
                found.unmet().stream().map(RequirementView::of).toList());
    }
}
