package io.kempelen.payout.ledger;

import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Role;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole ledger in a few lines, and whether it agrees with itself. {@code ./kempelen ledger verify} compares it with the topics. */
@RestController
class LedgerController {

    private final LedgerReport report;

    LedgerController(LedgerReport report) {
        this.report = report;
    }

    record TotalView(String kind, String currency, long accounts, String balance) {}

    record MovedView(String cause, String currency, long transfers, String amount) {}

    record CheckView(boolean sumsToZero, boolean storedEqualsRecomputed, List<LedgerReport.Difference> differences) {}

    record LedgerView(List<TotalView> accounts, List<MovedView> transfers, CheckView check) {}

    @GetMapping("/v1/operator/ledger")
    LedgerView ledger(Caller caller) {
        caller.require(Role.OPERATOR);
        var totals = report.totals();
        return new LedgerView(
                totals.stream().map(LedgerController::view).toList(),
                report.moved().stream().map(LedgerController::view).toList(),
                check(totals));
    }

    private CheckView check(List<LedgerReport.Total> totals) {
        var sums = totals.stream()
                .collect(Collectors.groupingBy(
                        LedgerReport.Total::currency, Collectors.summingLong(LedgerReport.Total::minorUnits)));
        var differences = Stream.concat(report.differences().stream(), report.holdDifferences().stream())
                .toList();
        return new CheckView(sums.values().stream().allMatch(sum -> sum == 0), differences.isEmpty(), differences);
    }

    private static TotalView view(LedgerReport.Total total) {
        return new TotalView(
                total.kind(), total.currency(), total.accounts(), Amounts.format(total.minorUnits(), total.currency()));
    }

    private static MovedView view(LedgerReport.Moved moved) {
        return new MovedView(
                moved.cause(),
                moved.currency(),
                moved.transfers(),
                Amounts.format(moved.minorUnits(), moved.currency()));
    }
}
