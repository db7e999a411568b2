package io.kempelen.payout.earnings;

import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A year's earnings: a worker's own, and all workers' for the operator's reports to tax offices. */
@RestController
class YearlyReportController {

    private static final int CHUNK = 500;
    private static final String[] HEADER = {
        "workerId",
        "currency",
        "q1Consideration",
        "q1Activities",
        "q2Consideration",
        "q2Activities",
        "q3Consideration",
        "q3Activities",
        "q4Consideration",
        "q4Activities",
        "rewards",
        "bonuses",
        "consideration",
        "activities",
        "paidOut"
    };

    private final YearlyReport report;

    YearlyReportController(YearlyReport report) {
        this.report = report;
    }

    record QuarterView(String consideration, int activities) {}

    record YearView(
            String workerId,
            int year,
            String currency,
            List<QuarterView> quarters,
            String rewards,
            String bonuses,
            String consideration,
            int activities,
            String paidOut) {}

    record TotalView(String currency, long workers, String consideration, String paidOut) {}

    @GetMapping("/v1/worker/earnings/years/{year}")
    ResponseEntity<?> own(Caller caller, @PathVariable int year) {
        caller.require(Role.WORKER);
        var row = report.row(Period.year(year), caller.accountId());
        if (row.isEmpty())
            return Problem.notFound("earnings of year", Integer.toString(year)).response();
        return ResponseEntity.ok(view(row.get(), year));
    }

    @GetMapping("/v1/operator/reports/earnings/{year}")
    Page<YearView> all(
            Caller caller,
            @PathVariable int year,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        caller.require(Role.OPERATOR);
        var size = Page.limit(limit);
        var after = Objects.requireNonNullElse(Cursor.decode(cursor), "");
        return Page.of(report.rows(Period.year(year), after, size + 1), size, YearlyReport.Row::workerId)
                .map(row -> view(row, year));
    }

    @GetMapping("/v1/operator/reports/earnings/{year}/total")
    List<TotalView> total(Caller caller, @PathVariable int year) {
        caller.require(Role.OPERATOR);
        return report.totals(Period.year(year)).stream()
                .map(total -> new TotalView(
                        total.currency(),
                        total.workers(),
                        Amounts.format(total.consideration(), total.currency()),
                        Amounts.format(total.paidOut(), total.currency())))
                .toList();
    }

    @GetMapping("/v1/operator/reports/earnings/{year}/report.csv")
    void csv(Caller caller, @PathVariable int year, HttpServletResponse response) throws IOException {
        caller.require(Role.OPERATOR);
        var period = Period.year(year);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"earnings_%d.csv\"".formatted(year));
        var csv = new CSVPrinter(
                response.getWriter(),
                CSVFormat.RFC4180.builder().setHeader(HEADER).get());
        for (var rows = report.rows(period, "", CHUNK); !rows.isEmpty(); ) {
            for (var row : rows) csv.printRecord(cells(view(row, year)));
            rows = report.rows(period, rows.getLast().workerId(), CHUNK);
        }
        csv.flush();
    }

    private static List<Object> cells(YearView view) {
        var cells = new ArrayList<Object>(List.of(view.workerId(), view.currency()));
        view.quarters().forEach(quarter -> cells.addAll(List.of(quarter.consideration(), quarter.activities())));
        cells.addAll(List.of(view.rewards(), view.bonuses(), view.consideration(), view.activities(), view.paidOut()));
        return cells;
    }

    private static YearView view(YearlyReport.Row row, int year) {
        var currency = row.currency();
        return new YearView(
                row.workerId(),
                year,
                currency,
                row.quarters().stream()
                        .map(quarter -> new QuarterView(
                                Amounts.format(quarter.consideration(), currency), quarter.activities()))
                        .toList(),
                Amounts.format(row.rewards(), currency),
                Amounts.format(row.bonuses(), currency),
                Amounts.format(row.consideration(), currency),
                row.activities(),
                Amounts.format(row.paidOut(), currency));
    }
}
