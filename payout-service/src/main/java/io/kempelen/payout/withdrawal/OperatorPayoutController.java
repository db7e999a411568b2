package io.kempelen.payout.withdrawal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import io.kempelen.payout.withdrawal.PayoutOutcomes.Effect;
import io.kempelen.payout.withdrawal.domain.Payout;
import io.kempelen.payout.withdrawal.domain.Payout.State;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where operators see payouts that hang, and say what became of those that no rail answers for. */
@RestController
class OperatorPayoutController {

    private final Payouts payouts;
    private final PayoutDecisions decisions;

    OperatorPayoutController(Payouts payouts, PayoutDecisions decisions) {
        this.payouts = payouts;
        this.decisions = decisions;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PayoutView(
            String payoutId,
            String workerId,
            String state,
            String amount,
            String currency,
            String rail,
            int attempts,
            Instant requestedAt,
            @Nullable Instant settledAt,
            @Nullable Instant askedAgainAt,
            @Nullable String runId,
            @Nullable String reason,
            @Nullable String note) {

        static PayoutView of(Payout payout) {
            return new PayoutView(
                    payout.id(),
                    payout.workerId(),
                    payout.state().name(),
                    Amounts.format(payout.amount(), payout.currency()),
                    payout.currency(),
                    payout.rail(),
                    payout.attempts(),
                    payout.requestedAt(),
                    payout.settledAt(),
                    payout.dueAt(),
                    payout.runId(),
                    payout.reason(),
                    payout.note());
        }
    }

    /** {@code decision}: PAID, FAILED (it never left) or RETURNED (it left and came back). */
    record DecisionRequest(
            @Nullable String decision, @Nullable String note) {}

    /** Oldest first; {@code state} and {@code rail} narrow the list. */
    @GetMapping("/v1/operator/payouts")
    Page<PayoutView> list(
            Caller caller,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String rail,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        caller.require(Role.OPERATOR);
        if (!state.isEmpty()
                && Arrays.stream(State.values()).noneMatch(one -> one.name().equals(state)))
            throw Problem.invalid(
                            "state",
                            "state is \"" + state + "\", but must be one of " + Arrays.toString(State.values()) + ".")
                    .exception();
        var size = Page.limit(limit);
        var after = Objects.requireNonNullElse(Cursor.decode(cursor), "");
        return Page.of(payouts.findForOperator(state, rail, after, size + 1), size, Payout::id)
                .map(PayoutView::of);
    }

    @PostMapping("/v1/operator/payouts/{payoutId}/decision")
    ResponseEntity<?> decide(Caller caller, @PathVariable String payoutId, @RequestBody DecisionRequest request) {
        caller.require(Role.OPERATOR);
        var found = payouts.findById(payoutId);
        if (found.isEmpty()) return Problem.notFound("payout", payoutId).response();
        if (request.note() == null || request.note().isBlank())
            return Problem.invalid("note", "note is missing: say how you know.").response();
        var effect = decisions.decide(found.get(), request.decision(), request.note(), caller.accountId());
        if (effect == Effect.CONTRADICTED)
            return Problem.of(
                            HttpStatus.CONFLICT,
                            "payout-ended",
                            "Payout " + payoutId + " has ended otherwise; what moved its money cannot be undone here.")
                    .response();
        return ResponseEntity.ok(PayoutView.of(payouts.findById(payoutId).orElseThrow()));
    }
}
