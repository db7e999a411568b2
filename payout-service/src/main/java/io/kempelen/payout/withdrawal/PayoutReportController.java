package io.kempelen.payout.withdrawal;

import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where an operator, or the bank's client, hands in what the bank sent back. */
@RestController
class PayoutReportController {

    private static final int LARGEST = 32 * 1024 * 1024;

    private final PayoutReports reports;

    PayoutReportController(PayoutReports reports) {
        this.reports = reports;
    }

    /** The file itself is the body, whatever its media type: pain.002, camt.054, a NACHA return file. */
    @PostMapping("/v1/operator/payout-reports")
    ResponseEntity<?> hand(Caller caller, @RequestBody byte[] file) {
        caller.require(Role.OPERATOR);
        if (file.length > LARGEST)
            return Problem.invalid("body", "A report has at most 32 MiB.").response();
        var applied = reports.apply(file, caller.accountId());
        if (applied.isEmpty())
            return Problem.invalid(
                            "body",
                            "No rail of this installation understands this file. Known are the reports of the rails that are set up:"
                                    + " pain.002 and camt.054 (iso20022), return files (nacha).")
                    .response();
        return ResponseEntity.ok(applied.get());
    }
}
