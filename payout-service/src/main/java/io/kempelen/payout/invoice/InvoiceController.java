package io.kempelen.payout.invoice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a batch, or a task of its own, has cost so far. */
@RestController
class InvoiceController {

    private final Invoices invoices;

    InvoiceController(Invoices invoices) {
        this.invoices = invoices;
    }

    record LineView(int answers, String reward, String fee, String rewards, String fees) {}

    record BonusView(int bonuses, String amount, String fees) {}

    /** {@code held} = rewards + fees + released + onHold; {@code total} = rewards + fees + bonuses with their fees. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InvoiceView(
            String subject,
            String requesterId,
            String currency,
            List<LineView> lines,
            BonusView bonuses,
            String rewards,
            String fees,
            String total,
            String held,
            String released,
            String onHold,
            @Nullable Instant lastChargedAt) {}

    @GetMapping("/v1/batches/{batchId}/invoice")
    ResponseEntity<?> ofBatch(Caller caller, @PathVariable String batchId) {
        return of(caller, "batch", batchId);
    }

    @GetMapping("/v1/tasks/{taskId}/invoice")
    ResponseEntity<?> ofTask(Caller caller, @PathVariable String taskId) {
        return of(caller, "task", taskId);
    }

    private ResponseEntity<?> of(Caller caller, String kind, String fundsId) {
        caller.require(Role.REQUESTER);
        var invoice = invoices.of(fundsId, caller.accountId());
        if (invoice.isEmpty())
            return Problem.notFound("invoice of " + kind, fundsId).response();
        return ResponseEntity.ok(view(fundsId, caller.accountId(), invoice.get()));
    }

    private static InvoiceView view(String fundsId, String requesterId, Invoices.Invoice invoice) {
        var money = new Money(invoice.currency());
        var bonuses = invoice.bonuses();
        return new InvoiceView(
                fundsId,
                requesterId,
                invoice.currency(),
                invoice.lines().stream().map(money::line).toList(),
                new BonusView(bonuses.bonuses(), money.text(bonuses.amount()), money.text(bonuses.fees())),
                money.text(invoice.rewards()),
                money.text(invoice.fees()),
                money.text(invoice.rewards() + invoice.fees() + bonuses.amount() + bonuses.fees()),
                money.text(invoice.held()),
                money.text(invoice.released()),
                money.text(invoice.onHold()),
                invoice.lastChargedAt());
    }

    private record Money(String currency) {

        String text(long minorUnits) {
            return Amounts.format(minorUnits, currency);
        }

        LineView line(Invoices.Line line) {
            return new LineView(
                    line.answers(), text(line.reward()), text(line.fee()), text(line.rewards()), text(line.fees()));
        }
    }
}
