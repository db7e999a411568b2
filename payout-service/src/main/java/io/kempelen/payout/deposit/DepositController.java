package io.kempelen.payout.deposit;

import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import io.kempelen.payout.account.Balances;
import io.kempelen.payout.deposit.domain.Deposit;
import io.kempelen.payout.deposit.domain.Deposit.Outcome;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where an operator, or a payment webhook, posts money that came in. The reference makes a repetition harmless. */
@RestController
class DepositController {

    private static final String LAST = "~";
    private static final int LONGEST_REFERENCE = 200;

    private final DepositService service;
    private final Deposits deposits;
    private final Balances balances;

    DepositController(DepositService service, Deposits deposits, Balances balances) {
        this.service = service;
        this.deposits = deposits;
        this.balances = balances;
    }

    record DepositRequest(
            @Nullable String accountId,
            @Nullable String amount,
            @Nullable String reference) {}

    record DepositView(
            String depositId, String accountId, String amount, String currency, String reference, Instant receivedAt) {

        static DepositView of(Deposit deposit) {
            return new DepositView(
                    deposit.id(),
                    deposit.requesterId(),
                    Amounts.format(deposit.amount(), deposit.currency()),
                    deposit.currency(),
                    deposit.reference(),
                    deposit.receivedAt());
        }
    }

    @PostMapping("/v1/operator/deposits")
    ResponseEntity<?> post(Caller caller, @RequestBody DepositRequest request) {
        caller.require(Role.OPERATOR);
        var requesterId = required("accountId", request.accountId());
        var reference = required("reference", request.reference());
        if (reference.length() > LONGEST_REFERENCE)
            throw Problem.invalid("reference", "reference has at most " + LONGEST_REFERENCE + " characters.")
                    .exception();
        var text = required("amount", request.amount());
        var balance = balances.await(requesterId);
        if (balance.isEmpty()) return unknown(requesterId).response();
        var amount = Amounts.parse("amount", text, balance.get().currency());
        if (amount == 0)
            return Problem.invalid("amount", "amount is " + text + ", but must be more than zero.")
                    .response();
        return answer(service.post(requesterId, amount, reference), requesterId);
    }

    private static ResponseEntity<?> answer(Outcome outcome, String requesterId) {
        return switch (outcome) {
            case Outcome.Received received -> created(received.deposit());
            case Outcome.Repeated repeated -> created(repeated.deposit());
            case Outcome.ReferenceTaken taken ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "reference-taken",
                                "This reference belongs to another deposit, "
                                        + taken.other().id() + ". Use the payment's own reference, once.")
                        .with("field", "reference")
                        .with("depositId", taken.other().id())
                        .response();
            case Outcome.NoSuchRequester none -> unknown(requesterId).response();
        };
    }

    private static ResponseEntity<?> created(Deposit deposit) {
        return ResponseEntity.status(HttpStatus.CREATED).body(DepositView.of(deposit));
    }

    @GetMapping("/v1/operator/deposits")
    Page<DepositView> list(
            Caller caller, @RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit) {
        caller.require(Role.OPERATOR);
        var size = Page.limit(limit);
        var before = Objects.requireNonNullElse(Cursor.decode(cursor), LAST);
        return Page.of(deposits.findBefore(before, size + 1), size, Deposit::id).map(DepositView::of);
    }

    private static Problem unknown(String accountId) {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no requester " + accountId + ".")
                .with("field", "accountId");
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank())
            throw Problem.invalid(field, field + " is missing.").exception();
        return value.strip();
    }
}
