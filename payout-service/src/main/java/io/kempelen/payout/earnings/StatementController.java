package io.kempelen.payout.earnings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A worker's statement of account: what there was, each movement, what there is. As JSON to show, as CSV to keep. */
@RestController
class StatementController {

    private static final String[] HEADER = {
        "at", "kind", "amount", "balance", "currency", "assignmentId", "taskId", "requesterId", "payoutId", "reason"
    };
    private static final int MOST = 10_000;

    private final StatementOfAccount statements;
    private final InstantSource clock;

    StatementController(StatementOfAccount statements, InstantSource clock) {
        this.statements = statements;
        this.clock = clock;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineView(
            Instant at,
            String kind,
            String amount,
            String balance,
            @Nullable String assignmentId,
            @Nullable String taskId,
            @Nullable String requesterId,
            @Nullable String payoutId,
            @Nullable String reason) {}

    record StatementView(
            String workerId,
            String currency,
            LocalDate from,
            LocalDate to,
            String opening,
            List<LineView> lines,
            String closing) {}

    @GetMapping("/v1/worker/earnings/statement")
    StatementView statement(Caller caller, @RequestParam @Nullable String from, @RequestParam @Nullable String to) {
        caller.require(Role.WORKER);
        var period = Period.of(from, to, clock.instant());
        var lines = new ArrayList<LineView>();
        var sums = statements.read(caller.accountId(), period, (line, currency) -> {
            if (lines.size() == MOST) throw tooLong();
            lines.add(view(line, currency));
        });
        return new StatementView(
                caller.accountId(),
                sums.currency(),
                period.from(),
                period.to(),
                Amounts.format(sums.opening(), sums.currency()),
                lines,
                Amounts.format(sums.closing(), sums.currency()));
    }

    @GetMapping("/v1/worker/earnings/statement.csv")
    void csv(
            Caller caller,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            HttpServletResponse response)
            throws IOException {
        caller.require(Role.WORKER);
        var period = Period.of(from, to, clock.instant());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"statement_%s_%s.csv\"".formatted(period.from(), period.to()));
        var csv = new CSVPrinter(
                response.getWriter(),
                CSVFormat.RFC4180.builder().setHeader(HEADER).get());
        var sums = statements.read(
                caller.accountId(), period, (line, currency) -> print(csv, view(line, currency), currency));
        print(csv, total(period.start().toInstant(), "OPENING", sums.opening(), sums.currency()), sums.currency());
        print(csv, total(period.end().toInstant(), "CLOSING", sums.closing(), sums.currency()), sums.currency());
        csv.flush();
    }

    private static void print(CSVPrinter csv, LineView line, String currency) {
        try {
            csv.printRecord(
                    line.at(),
                    line.kind(),
                    line.amount(),
                    line.balance(),
                    currency,
                    line.assignmentId(),
                    line.taskId(),
                    line.requesterId(),
                    line.payoutId(),
                    line.reason());
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    /** The last two lines: a file without them was broken off. */
    private static LineView total(Instant at, String kind, long balance, String currency) {
        return new LineView(
                at, kind, Amounts.format(0, currency), Amounts.format(balance, currency), null, null, null, null, null);
    }

    private static LineView view(StatementOfAccount.Line line, String currency) {
        var item = line.item();
        return new LineView(
                item.at(),
                item.cause().name(),
                Amounts.format(item.amount(), currency),
                Amounts.format(line.balance(), currency),
                item.assignmentId(),
                item.taskId(),
                item.requesterId(),
                item.payoutId(),
                item.reason());
    }

    private static RuntimeException tooLong() {
        return Problem.invalid(
                        "from",
                        "This statement has more than " + MOST
                                + " lines. Ask for a shorter period, or for /v1/worker/earnings/statement.csv.")
                .exception();
    }
}
