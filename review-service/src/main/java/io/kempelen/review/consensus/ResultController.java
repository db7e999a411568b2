package io.kempelen.review.consensus;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import io.kempelen.review.consensus.domain.Majority;
import io.kempelen.review.docket.Dockets;
import io.kempelen.review.docket.domain.Docket;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows requesters what the answers to a task say. */
@RestController
class ResultController {

    private static final int MOST_LABELS = 10;

    private final Dockets dockets;
    private final Tallies tallies;

    ResultController(Dockets dockets, Tallies tallies) {
        this.dockets = dockets;
        this.tallies = tallies;
    }

    /** A label and how many answers say it. */
    record Vote(@JsonRawValue String label, int votes) {}

    /** {@code settled}: decided under the policy; without it, a label is the one that was decided before places were added. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            String taskId,
            @Nullable String policy,
            boolean settled,
            @JsonRawValue @Nullable String label,
            @Nullable Double confidence,
            @Nullable String model,
            @Nullable Integer answersUsed,
            @Nullable Long number,
            @Nullable Instant decidedAt,
            int places,
            int answered,
            int approved,
            int rejected,
            List<Vote> votes) {}

    @GetMapping("/v1/tasks/{taskId}/result")
    Result result(@PathVariable String taskId, Caller caller) {
        caller.require(Role.REQUESTER);
        return dockets.find(taskId)
                .filter(docket -> docket.requesterId().equals(caller.accountId()))
                .map(this::result)
                .orElseThrow(() -> Problem.notFound("task", taskId).exception());
    }

    private Result result(Docket docket) {
        var finding = docket.finding();
        var policy = docket.policy();
        var votes = tallies.leaders(docket.taskId(), MOST_LABELS).stream()
                .map(leader -> new Vote(leader.label().json(), leader.votes()))
                .toList();
        return new Result(
                docket.taskId(),
                policy == null ? null : policy.kind().name().toLowerCase(Locale.ROOT),
                docket.settled(),
                finding == null ? null : finding.label(),
                finding == null ? null : finding.share(),
                finding == null ? null : Majority.MODEL,
                finding == null ? null : finding.heard(),
                finding == null ? null : finding.number(),
                finding == null ? null : finding.at(),
                docket.places().all(),
                docket.counts().answered(),
                docket.counts().approved(),
                docket.counts().rejected(),
                votes);
    }
}
