package io.kempelen.payout.withdrawal;

import io.kempelen.payout.ledger.Ledger;
import io.kempelen.payout.ledger.domain.Cause;
import io.kempelen.payout.ledger.domain.LedgerAccount;
import io.kempelen.payout.ledger.domain.Transfer;
import io.kempelen.payout.withdrawal.domain.Payout;
import io.kempelen.payout.withdrawal.domain.Payout.State;
import io.kempelen.payout.withdrawal.rail.Answer;
import io.kempelen.payout.withdrawal.rail.PayoutRail;
import io.kempelen.payout.withdrawal.rail.RailProperties;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what rails say, once, and moves the money accordingly. The wallet's row is locked first: it is the key of the news. */
@Service
class PayoutOutcomes {

    private static final Logger LOG = LoggerFactory.getLogger(PayoutOutcomes.class);

    private final Payouts payouts;
    private final Ledger ledger;
    private final PayoutPublisher publisher;
    private final RailProperties properties;
    private final InstantSource clock;

    PayoutOutcomes(
            Payouts payouts, Ledger ledger, PayoutPublisher publisher, RailProperties properties, InstantSource clock) {
        this.payouts = payouts;
        this.ledger = ledger;
        this.publisher = publisher;
        this.properties = properties;
        this.clock = clock;
    }

    /** What an answer did. */
    enum Effect {
        /** It changed where the payout stands. */
        APPLIED,
        /** It said what is known, or nothing. */
        REPEATED,
        /** The payout has another final state: a person must look at it. */
        CONTRADICTED
    }

    @Transactional
    public Effect settle(PayoutRail rail, Payout payout, Answer answer) {
        ledger.lockEarnings(payout.workerId());
        return switch (answer) {
            case Answer.Paid arrived -> paid(payout, rail.recall());
            case Answer.Refused refused -> refused(payout, refused.reason());
            case Answer.Returned returned -> returned(payout, returned.reason());
            case Answer.Duplicate duplicate -> contradicted(payout, duplicate.reason());
            case Answer.Accepted accepted -> accepted(payout);
            case Answer.NeverHeard never -> again(payout, rail);
            case Answer.Unknown unknown -> unknown(payout, unknown.reason());
        };
    }

    /** A person's word, also of a rail that is set up no more. */
    @Transactional
    public Effect decide(Payout payout, Answer answer, String note) {
        payouts.note(payout.id(), note);
        ledger.lockEarnings(payout.workerId());
        return switch (answer) {
            case Answer.Paid arrived -> paid(payout, Duration.ZERO);
            case Answer.Refused refused -> refused(payout, refused.reason());
            case Answer.Returned returned -> returned(payout, returned.reason());
            default -> throw new IllegalArgumentException("Nobody can decide " + answer);
        };
    }

    /** Another amount than ours, or news that cannot be true: nothing moves until a person decided. */
    @Transactional
    public Effect contradicted(Payout payout, String reason) {
        payouts.note(payout.id(), reason);
        LOG.error("Rail {} contradicts payout {}: {}", payout.rail(), payout.id(), reason);
        return Effect.CONTRADICTED;
    }

    /** Nothing was sent: the payout waits for its rail. */
    @Transactional
    public void unreachable(Payout payout) {
        var runId = payout.runId();
        if (runId == null) return;
        var later = clock.instant().plus(Payout.patience(properties.patience(), payout.attempts()));
        payouts.again(payout.id(), runId, later);
    }

    private Effect paid(Payout payout, Duration recall) {
        var now = clock.instant();
        var watched = recall.isZero() ? null : now.plus(recall);
        var askAt = recall.isZero() ? null : now.plus(Payout.patience(properties.patience(), 0));
        if (payouts.paid(payout.id(), now, watched, askAt) == 1) {
            move(payout, Cause.PAYOUT_PAID, onRail(payout), paidOut(payout));
            publisher.paid(payout, now);
            return Effect.APPLIED;
        }
        payouts.watched(payout.id(), now);
        return state(payout) == State.FAILED
                ? contradicted(payout, "It arrived after the money had gone back to the worker.")
                : Effect.REPEATED;
    }

    private Effect refused(Payout payout, String reason) {
        var now = clock.instant();
        if (payouts.failed(payout.id(), reason, now) == 1) {
            move(payout, Cause.PAYOUT_FAILED, onRail(payout), wallet(payout));
            publisher.failed(payout, reason, now);
            return Effect.APPLIED;
        }
        return state(payout) == State.PAID
                ? contradicted(payout, "It was refused after it had arrived: " + reason)
                : Effect.REPEATED;
    }

    /** What came back had left, also when the news of its leaving is still to come. */
    private Effect returned(Payout payout, String reason) {
        if (state(payout).pending()) paid(payout, Duration.ZERO);
        var now = clock.instant();
        if (payouts.returned(payout.id(), reason, now) == 0) return Effect.REPEATED;
        move(payout, Cause.PAYOUT_RETURNED, paidOut(payout), wallet(payout));
        publisher.returned(payout, reason, now);
        return Effect.APPLIED;
    }

    /** Kept for the operator; the clock asks again. */
    private Effect unknown(Payout payout, String reason) {
        payouts.note(payout.id(), reason);
        return Effect.REPEATED;
    }

    private Effect accepted(Payout payout) {
        var askAt = clock.instant().plus(Payout.patience(properties.patience(), payout.attempts()));
        return payouts.sent(payout.id(), askAt) == 1 ? Effect.APPLIED : Effect.REPEATED;
    }

    private Effect again(Payout payout, PayoutRail rail) {
        var runId = payout.runId();
        if (runId == null) return Effect.REPEATED;
        var departure = rail.departure(clock.instant());
        return payouts.again(payout.id(), runId, departure) == 1 ? Effect.APPLIED : Effect.REPEATED;
    }

    private State state(Payout payout) {
        return payouts.findById(payout.id()).orElse(payout).state();
    }

    private void move(Payout payout, Cause cause, LedgerAccount from, LedgerAccount to) {
        ledger.post(List.of(Transfer.of(cause, payout.id(), from, to, payout.amount())));
    }

    private static LedgerAccount onRail(Payout payout) {
        return LedgerAccount.rail(payout.rail(), payout.currency());
    }

    private static LedgerAccount paidOut(Payout payout) {
        return LedgerAccount.paidOut(payout.rail(), payout.currency());
    }

    private static LedgerAccount wallet(Payout payout) {
        return LedgerAccount.earnings(payout.workerId(), payout.currency());
    }
}
