package io.kempelen.payout.bonus;

import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.Idempotency;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import io.kempelen.payout.account.Balances;
import io.kempelen.payout.bonus.domain.Bonus;
import io.kempelen.payout.bonus.domain.Bonus.Outcome;
import io.kempelen.payout.bonus.domain.BonusOrder;
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

/** Bonuses, natively. */
@RestController
class BonusController {

    private static final String LAST = "~";
    private static final int LONGEST_REASON = 4096;

    private final BonusService service;
    private final Bonuses bonuses;
    private final Works works;
    private final Balances balances;

    BonusController(BonusService service, Bonuses bonuses, Works works, Balances balances) {
        this.service = service;
        this.bonuses = bonuses;
        this.works = works;
        this.balances = balances;
    }

    record BonusRequest(
            @Nullable String amount,
            @Nullable String reason,
            @Nullable String workerId) {}

    record BonusView(
            String bonusId,
            String assignmentId,
            String taskId,
            String workerId,
            String amount,
            String fee,
            String currency,
            String reason,
            Instant paidAt) {

        static BonusView of(Bonus bonus) {
            return new BonusView(
                    bonus.id(),
                    bonus.assignmentId(),
                    bonus.taskId(),
                    bonus.workerId(),
                    Amounts.format(bonus.amount(), bonus.currency()),
                    Amounts.format(bonus.fee(), bonus.currency()),
                    bonus.currency(),
                    bonus.reason(),
                    bonus.paidAt());
        }
    }

    @PostMapping("/v1/assignments/{assignmentId}/bonus")
    ResponseEntity<?> pay(
            Caller caller, @PathVariable String assignmentId, @RequestBody BonusRequest request, Idempotency once) {
        caller.require(Role.REQUESTER);
        var reason = required("reason", request.reason());
        if (reason.length() > LONGEST_REASON)
            throw Problem.invalid("reason", "reason has at most " + LONGEST_REASON + " characters.")
                    .exception();
        var amount = amount(caller, required("amount", request.amount()), assignmentId);
        var order = new BonusOrder(caller.accountId(), request.workerId(), assignmentId, amount, reason, null);
        works.await(assignmentId);
        return once.answer(() -> answer(service.pay(order)));
    }

    private long amount(Caller caller, String text, String assignmentId) {
        var balance = balances.await(caller.accountId());
        if (balance.isEmpty())
            throw Problem.notFound("assignment", assignmentId).exception();
        var amount = Amounts.parse("amount", text, balance.get().currency());
        if (amount == 0)
            throw Problem.invalid("amount", "amount is " + text + ", but must be more than zero.")
                    .exception();
        return amount;
    }

    private static ResponseEntity<?> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Paid paid -> ResponseEntity.status(HttpStatus.CREATED).body(BonusView.of(paid.bonus()));
            case Outcome.TokenUsed used -> ResponseEntity.ok(BonusView.of(used.bonus()));
            case Outcome.NoSuchWork none ->
                Problem.notFound("assignment", none.assignmentId()).response();
            case Outcome.NotTheirs other ->
                Problem.invalid("workerId", "Worker " + other.workerId() + " did not hand in this assignment.")
                        .response();
            case Outcome.OtherCurrency other ->
                Problem.of(
                                HttpStatus.FORBIDDEN,
                                "other-currency",
                                "Your account is in %s and this worker's is in %s: a bonus is paid within one currency."
                                        .formatted(other.requesters(), other.workers()))
                        .response();
            case Outcome.Declined declined ->
                Problem.of(
                                HttpStatus.PAYMENT_REQUIRED,
                                "insufficient-funds",
                                "The bonus and its fee cost %s %s, and %s are available. Deposit the difference first."
                                        .formatted(
                                                Amounts.format(declined.required(), declined.currency()),
                                                declined.currency(),
                                                Amounts.format(declined.available(), declined.currency())))
                        .with("required", Amounts.format(declined.required(), declined.currency()))
                        .with("available", Amounts.format(declined.available(), declined.currency()))
                        .response();
        };
    }

    @GetMapping("/v1/bonuses")
    Page<BonusView> list(Caller caller, @RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit) {
        caller.require(Role.REQUESTER);
        var size = Page.limit(limit);
        var before = Objects.requireNonNullElse(Cursor.decode(cursor), LAST);
        return Page.of(bonuses.findOfRequester(caller.accountId(), before, size + 1), size, Bonus::id)
                .map(BonusView::of);
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank())
            throw Problem.invalid(field, field + " is missing.").exception();
        return value.strip();
    }
}
