package io.kempelen.payout.withdrawal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.Idempotency;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import io.kempelen.payout.earnings.Clearing;
import io.kempelen.payout.withdrawal.domain.Payout;
import io.kempelen.payout.withdrawal.domain.Payout.Outcome;
import java.net.URI;
import java.time.Instant;
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

/** Where a worker takes money out. */
@RestController
class PayoutController {

    private static final String LAST = "~";

    private final Withdrawals withdrawals;
    private final Payouts payouts;

    PayoutController(Withdrawals withdrawals, Payouts payouts) {
        this.withdrawals = withdrawals;
        this.payouts = payouts;
    }

    /** Without an amount: everything. */
    record PayoutRequest(@Nullable String amount) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PayoutView(
            String payoutId,
            String status,
            String amount,
            String currency,
            String rail,
            Instant requestedAt,
            @Nullable Instant settledAt,
            @Nullable String reason) {

        static PayoutView of(Payout payout) {
            return new PayoutView(
                    payout.id(),
                    payout.state().name(),
                    Amounts.format(payout.amount(), payout.currency()),
                    payout.currency(),
                    payout.rail(),
                    payout.requestedAt(),
                    payout.settledAt(),
                    payout.reason());
        }
    }

    @PostMapping("/v1/worker/payouts")
    ResponseEntity<?> request(
            Caller caller, @RequestBody(required = false) @Nullable PayoutRequest request, Idempotency once) {
        caller.require(Role.WORKER);
        var amount = request == null ? null : request.amount();
        return once.answer(() -> answer(withdrawals.request(caller.accountId(), wallet -> amount(amount, wallet))));
    }

    private static long amount(@Nullable String asked, Clearing.Cleared wallet) {
        if (asked == null) return wallet.withdrawable();
        var amount = Amounts.parse("amount", asked, wallet.currency());
        if (amount == 0)
            throw Problem.invalid("amount", "amount is " + asked + ", but must be more than zero.")
                    .exception();
        return amount;
    }

    private static ResponseEntity<?> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Requested requested -> created(requested.payout());
            case Outcome.NotEnough less ->
                Problem.of(
                                HttpStatus.PAYMENT_REQUIRED,
                                "insufficient-funds",
                                "Of your balance of %s %s you can take out %s now. Ask for that much at most."
                                        .formatted(
                                                Amounts.format(less.balance(), less.currency()),
                                                less.currency(),
                                                Amounts.format(less.withdrawable(), less.currency())))
                        .with("field", "amount")
                        .with("balance", Amounts.format(less.balance(), less.currency()))
                        .with("withdrawable", Amounts.format(less.withdrawable(), less.currency()))
                        .response();
            case Outcome.TooLittle more ->
                Problem.invalid(
                                "amount",
                                "At least %s %s are paid out at a time."
                                        .formatted(Amounts.format(more.minimum(), more.currency()), more.currency()))
                        .with("minimum", Amounts.format(more.minimum(), more.currency()))
                        .response();
            case Outcome.NotVerified unverified ->
                Problem.of(HttpStatus.FORBIDDEN, "not-verified", unverified.reason())
                        .response();
        };
    }

    private static ResponseEntity<?> created(Payout payout) {
        return ResponseEntity.created(URI.create("/v1/worker/payouts/" + payout.id()))
                .body(PayoutView.of(payout));
    }

    @GetMapping("/v1/worker/payouts")
    Page<PayoutView> list(Caller caller, @RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit) {
        caller.require(Role.WORKER);
        var size = Page.limit(limit);
        var before = Objects.requireNonNullElse(Cursor.decode(cursor), LAST);
        return Page.of(payouts.findOfWorker(caller.accountId(), before, size + 1), size, Payout::id)
                .map(PayoutView::of);
    }

    @GetMapping("/v1/worker/payouts/{payoutId}")
    ResponseEntity<?> one(Caller caller, @PathVariable String payoutId) {
        caller.require(Role.WORKER);
        var found = payouts.findByIdAndWorkerId(payoutId, caller.accountId());
        if (found.isEmpty()) return Problem.notFound("payout", payoutId).response();
        return ResponseEntity.ok(PayoutView.of(found.get()));
    }
}
