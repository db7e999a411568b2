package io.kempelen.payout.withdrawal.payee;

import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import io.kempelen.payout.ledger.Wallets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where an operator, or a system that checks papers, says whether a worker may be paid out. */
@RestController
class VerificationController {

    private static final int LONGEST = 1_000;

    private final OperatorVerification verification;
    private final Wallets wallets;

    VerificationController(OperatorVerification verification, Wallets wallets) {
        this.verification = verification;
        this.wallets = wallets;
    }

    record VerificationRequest(
            @Nullable Boolean verified, @Nullable String note) {}

    @GetMapping("/v1/operator/payees/{workerId}/verification")
    ResponseEntity<?> show(Caller caller, @PathVariable String workerId) {
        caller.require(Role.OPERATOR);
        var finding = verification.find(workerId);
        if (finding.isEmpty()) return Problem.notFound("verification", workerId).response();
        return ResponseEntity.ok(finding.get());
    }

    @PutMapping("/v1/operator/payees/{workerId}/verification")
    ResponseEntity<?> record(Caller caller, @PathVariable String workerId, @RequestBody VerificationRequest request) {
        caller.require(Role.OPERATOR);
        if (wallets.currency(workerId).isEmpty())
            return Problem.notFound("worker", workerId).response();
        if (request.verified() == null)
            return Problem.invalid("verified", "verified is missing: true or false.")
                    .response();
        var note = request.note() == null ? "" : request.note().strip();
        if (note.length() > LONGEST)
            return Problem.invalid("note", "note has at most " + LONGEST + " characters.")
                    .response();
        if (!request.verified() && note.isEmpty())
            return Problem.invalid("note", "note is missing: the worker must be told what is wrong.")
                    .response();
        verification.record(workerId, request.verified(), note, caller.accountId());
        return show(caller, workerId);
    }
}
