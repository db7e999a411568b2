package io.kempelen.payout.bonus;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.kempelen.messaging.mturk.MturkError;
import io.kempelen.messaging.mturk.MturkInput;
import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.ProblemException;
import io.kempelen.messaging.web.Role;
import io.kempelen.payout.account.Balances;
import io.kempelen.payout.bonus.domain.Bonus;
import io.kempelen.payout.bonus.domain.Bonus.Outcome;
import io.kempelen.payout.bonus.domain.BonusOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** SendBonus and ListBonusPayments as MTurk's clients know them. */
@RestController
class MturkBonusController {

    private static final int LONGEST_TOKEN = 64;
    private static final int LONGEST_REASON = 4096;
    private static final long DEFAULT_RESULTS = 10;

    private final BonusService service;
    private final Bonuses bonuses;
    private final Works works;
    private final Balances balances;

    MturkBonusController(BonusService service, Bonuses bonuses, Works works, Balances balances) {
        this.service = service;
        this.bonuses = bonuses;
        this.works = works;
        this.balances = balances;
    }

    @PostMapping("/internal/mturk/SendBonus")
    Map<String, Object> sendBonus(Caller caller, @RequestBody JsonNode body) {
        caller.require(Role.REQUESTER);
        var input = new MturkInput(body);
        var order = new BonusOrder(
                caller.accountId(),
                input.required("WorkerId", input.customerId("WorkerId")),
                input.required("AssignmentId", input.entityId("AssignmentId")),
                amount(caller, input.required("BonusAmount", input.amount("BonusAmount"))),
                input.required("Reason", input.text("Reason", LONGEST_REASON)),
                input.text("UniqueRequestToken", LONGEST_TOKEN).orElse(null));
        works.await(order.assignmentId());
        return switch (service.pay(order)) {
            case Outcome.Paid paid -> Map.of();
            case Outcome.TokenUsed used -> throw tokenUsed(order, used.bonus());
            case Outcome.NoSuchWork none ->
                throw MturkError.requestError(
                        "AssignmentDoesNotExist", "Assignment " + none.assignmentId() + " does not exist.");
            case Outcome.NotTheirs other -> throw notValid(other.workerId(), "WorkerId");
            case Outcome.OtherCurrency other ->
                throw MturkError.parameter(
                        "Your account is in %s and this Worker's is in %s. A bonus is paid within one currency."
                                .formatted(other.requesters(), other.workers()));
            case Outcome.Declined declined ->
                throw MturkError.requestError(
                        "InsufficientFunds",
                        "This Requester has insufficient funds in their account to complete this transaction.");
        };
    }

    private static MturkError tokenUsed(BonusOrder order, Bonus bonus) {
        return MturkError.requestError(
                "DuplicateRequest",
                "The idempotency token \"%s\" has already been processed: request ID %s."
                        .formatted(order.requestToken(), bonus.id()));
    }

    /** MTurk's amounts are in the account's own currency, and have two decimals at most. */
    private long amount(Caller caller, long hundredths) {
        var text = BigDecimal.valueOf(hundredths, 2).toPlainString();
        var balance = balances.await(caller.accountId());
        var currency = balance.map(Balances.Balance::currency).orElse("USD");
        try {
            var amount = Amounts.parse("BonusAmount", text, currency);
            if (amount > 0) return amount;
        } catch (ProblemException tooFine) {
            throw notValid(text, "BonusAmount");
        }
        throw notValid(text, "BonusAmount");
    }

    private static MturkError notValid(String value, String parameter) {
        return MturkError.parameter("The value \"" + value + "\" is not valid for the parameter " + parameter + ".");
    }

    record Payment(
            @JsonProperty("WorkerId") String workerId,
            @JsonProperty("BonusAmount") String amount,
            @JsonProperty("AssignmentId") String assignmentId,
            @JsonProperty("Reason") String reason,
            @JsonProperty("GrantTime") BigDecimal grantTime) {

        static Payment of(Bonus bonus) {
            return new Payment(
                    bonus.workerId(),
                    Amounts.format(bonus.amount(), bonus.currency()),
                    bonus.assignmentId(),
                    bonus.reason(),
                    BigDecimal.valueOf(bonus.paidAt().toEpochMilli(), 3));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Payments(
            @JsonProperty("NumResults") int count,
            @JsonProperty("NextToken") @Nullable String nextToken,
            @JsonProperty("BonusPayments") List<Payment> payments) {}

    @PostMapping("/internal/mturk/ListBonusPayments")
    Payments listBonusPayments(Caller caller, @RequestBody JsonNode body) {
        caller.require(Role.REQUESTER);
        var input = new MturkInput(body);
        var taskId = input.entityId("HITId");
        var assignmentId = input.entityId("AssignmentId");
        if (taskId.isEmpty() && assignmentId.isEmpty())
            throw MturkError.combination(
                    "The combination of parameters supplied to the request is invalid: HITId, AssignmentId.");
        var size = input.number("MaxResults", 1, 100).orElse(DEFAULT_RESULTS).intValue();
        var after = after(input);
        var found = assignmentId
                .map(id -> bonuses.findOfAssignment(id, caller.accountId(), after, size + 1))
                .orElseGet(() -> bonuses.findOfTask(taskId.orElseThrow(), caller.accountId(), after, size + 1));
        var page = Page.of(found, size, Bonus::id).map(Payment::of);
        return new Payments(page.items().size(), page.nextCursor(), page.items());
    }

    private static String after(MturkInput input) {
        try {
            return Objects.requireNonNullElse(
                    Cursor.decode(input.text("NextToken", 255).orElse(null)), "");
        } catch (ProblemException foreign) {
            throw MturkError.parameter("The value of NextToken is not valid.");
        }
    }
}
