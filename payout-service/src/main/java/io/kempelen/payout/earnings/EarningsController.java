package io.kempelen.payout.earnings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.Role;
import io.kempelen.payout.ledger.domain.Available;
import io.kempelen.payout.ledger.domain.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a worker has earned and what of it was paid out. */
@RestController
class EarningsController {

    private static final String LAST = "~";
    private static final String USD = "USD";

    private final Statements statements;
    private final Clearing clearing;

    EarningsController(Statements statements, Clearing clearing) {
        this.statements = statements;
        this.clearing = clearing;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemView(
            String kind,
            String amount,
            Instant at,
            @Nullable String assignmentId,
            @Nullable String taskId,
            @Nullable String requesterId,
            @Nullable String payoutId,
            @Nullable String reason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EarningsView(
            String currency,
            String balance,
            String pending,
            String withdrawable,
            String clearingTier,
            String rewards,
            String bonuses,
            String paidOut,
            List<ItemView> items,
            @Nullable String nextCursor) {}

    @GetMapping("/v1/worker/earnings")
    EarningsView earnings(Caller caller, @RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit) {
        caller.require(Role.WORKER);
        var worker = caller.accountId();
        var size = Page.limit(limit);
        var before = Objects.requireNonNullElse(Cursor.decode(cursor), LAST);
        var wallet = clearing.of(worker, statements.wallet(worker).orElse(new Available(worker, 0, USD)));
        var page = Page.of(statements.items(worker, before, size + 1), size, Statements.Item::id)
                .map(item -> view(item, wallet.currency()));
        return view(wallet, statements.sums(worker), page);
    }

    private static EarningsView view(Clearing.Cleared wallet, Map<Cause, Long> sums, Page<ItemView> page) {
        var currency = wallet.currency();
        var paidOut = sums.getOrDefault(Cause.PAYOUT, 0L)
                - sums.getOrDefault(Cause.PAYOUT_FAILED, 0L)
                - sums.getOrDefault(Cause.PAYOUT_RETURNED, 0L);
        return new EarningsView(
                currency,
                Amounts.format(wallet.balance(), currency),
                Amounts.format(wallet.pending(), currency),
                Amounts.format(wallet.withdrawable(), currency),
                wallet.tier(),
                Amounts.format(sums.getOrDefault(Cause.REWARD, 0L), currency),
                Amounts.format(sums.getOrDefault(Cause.BONUS, 0L), currency),
                Amounts.format(paidOut, currency),
                page.items(),
                page.nextCursor());
    }

    private static ItemView view(Statements.Item item, String currency) {
        return new ItemView(
                item.cause().name(),
                Amounts.format(item.amount(), currency),
                item.at(),
                item.assignmentId(),
                item.taskId(),
                item.requesterId(),
                item.payoutId(),
                item.reason());
    }
}
