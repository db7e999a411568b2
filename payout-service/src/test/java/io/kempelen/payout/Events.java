package io.kempelen.payout;

import io.kempelen.events.AccountKind;
import io.kempelen.events.AccountOpened;
import io.kempelen.events.AssignmentApproved;
import io.kempelen.events.AssignmentRejected;
import io.kempelen.events.AssignmentReturned;
import io.kempelen.events.AssignmentSubmitted;
import io.kempelen.events.DecidedBy;
import io.kempelen.events.FundsAsked;
import io.kempelen.events.FundsLine;
import io.kempelen.events.FundsPurpose;
import io.kempelen.events.FundsWithdrawn;
import io.kempelen.events.Money;
import io.kempelen.events.RejectionReason;
import io.kempelen.events.TaskClosed;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/** Events as the other services would write them, for one requester's tasks at 0.05 and a fee of 0.01. */
final class Events {

    static final String ACCOUNTS = "kempelen.accounts";
    static final String TASKS = "kempelen.tasks";
    static final String ASSIGNMENTS = "kempelen.assignments";
    static final String REVIEWS = "kempelen.reviews";
    static final String PAYOUTS = "kempelen.payouts";
    static final long REWARD = 5;
    static final long FEE = 1;
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private Events() {}

    static AccountOpened opened(String account, AccountKind kind) {
        return opened(account, kind, "USD");
    }

    static AccountOpened opened(String account, AccountKind kind, String currency) {
        return new AccountOpened(account, kind, currency, null, null, NOW);
    }

    static FundsAsked asked(String ask, String funds, String requester, int places) {
        return asked(ask, funds, requester, REWARD, places, "USD");
    }

    static FundsAsked asked(String ask, String funds, String requester, long reward, int places, String currency) {
        var line = new FundsLine(new Money(reward, currency), places, Math.min(places, 3));
        return new FundsAsked(ask, funds, requester, FundsPurpose.TASK, List.of(line), NOW);
    }

    static FundsWithdrawn withdrawn(String ask, String funds, String requester) {
        return new FundsWithdrawn(ask, funds, requester, NOW);
    }

    static AssignmentSubmitted submitted(String assignment, String task, String worker, String requester) {
        return new AssignmentSubmitted(
                assignment,
                task,
                null,
                worker,
                requester,
                task,
                usd(REWARD),
                usd(FEE),
                ByteBuffer.wrap("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                null,
                0L,
                NOW,
                NOW);
    }

    static AssignmentApproved approved(String assignment, String funds, String worker, String requester) {
        return approved(assignment, funds, worker, requester, usd(REWARD), false);
    }

    static AssignmentApproved approved(
            String assignment, String funds, String worker, String requester, Money reward, boolean override) {
        return new AssignmentApproved(
                assignment,
                funds,
                null,
                worker,
                requester,
                funds,
                reward,
                new Money(FEE, reward.getCurrency()),
                DecidedBy.REQUESTER,
                null,
                override,
                1L,
                NOW);
    }

    static AssignmentRejected rejected(String assignment, String funds, String worker, String requester) {
        return new AssignmentRejected(
                assignment,
                funds,
                null,
                worker,
                requester,
                funds,
                usd(REWARD),
                usd(FEE),
                DecidedBy.REQUESTER,
                RejectionReason.REQUESTER,
                "The label is missing.",
                1L,
                NOW);
    }

    static AssignmentReturned returned(String assignment, String funds, String worker, String requester) {
        return new AssignmentReturned(assignment, funds, worker, requester, funds, usd(REWARD), usd(FEE), true, NOW);
    }

    static TaskClosed closed(String funds, String requester, int closing, int neverTaken) {
        return new TaskClosed(funds, requester, funds, usd(REWARD), usd(FEE), closing, neverTaken, 0, NOW);
    }

    static Money usd(long cents) {
        return new Money(cents, "USD");
    }
}
