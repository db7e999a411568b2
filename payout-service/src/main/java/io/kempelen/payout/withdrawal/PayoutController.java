package io.kempelen.payout.withdrawal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.Idempotency;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import io.kempelen.payout.ledger.domain.Available;
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

    private final PayoutService service;
    private final Payouts payouts;

    PayoutController(PayoutService service, Payouts payouts) {
        this.service = service;
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
        return once.answer(() -> answer(service.request(caller.accountId(), wallet -> amount(amount, wallet))));
    }

    private static long amount(@Nullable String asked, Available wallet) {
        if (asked == null) return wallet.amount();
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
                                "Your balance is %s %s. Ask for that much at most."
                                        .formatted(Amounts.format(less.balance(), less.currency()), less.currency()))
                        .with("field", "amount")
                        .with("balance", Amounts.format(less.balance(), less.currency()))
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
