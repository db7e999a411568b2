package io.kempelen.payout.bonus;

import io.kempelen.messaging.id.Ids;
import io.kempelen.payout.bonus.domain.Bonus;
import io.kempelen.payout.bonus.domain.Bonus.Outcome;
import io.kempelen.payout.bonus.domain.BonusOrder;
import io.kempelen.payout.bonus.domain.Work;
import io.kempelen.payout.fees.domain.FeeSchedule;
import io.kempelen.payout.ledger.Ledger;
import io.kempelen.payout.ledger.domain.Available;
import io.kempelen.payout.ledger.domain.Cause;
import io.kempelen.payout.ledger.domain.LedgerAccount;
import io.kempelen.payout.ledger.domain.Transfer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Pays bonuses from what is free to spend: nothing is held for them beforehand. */
@Service
public class BonusService {

    private final Bonuses bonuses;
    private final Works works;
    private final FeeSchedule fees;
    private final Ledger ledger;
    private final BonusPublisher publisher;
    private final Ids ids;
    private final InstantSource clock;

    BonusService(
            Bonuses bonuses,
            Works works,
            FeeSchedule fees,
            Ledger ledger,
            BonusPublisher publisher,
            Ids ids,
            InstantSource clock) {
        this.bonuses = bonuses;
        this.works = works;
        this.fees = fees;
        this.ledger = ledger;
        this.publisher = publisher;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remember(List<Work> handedIn) {
        if (!handedIn.isEmpty()) works.remember(handedIn);
    }

    /** The requester's row is locked first, so two requests with one token meet there. */
    @Transactional
    public Outcome pay(BonusOrder order) {
        var wallet = ledger.lockAvailable(List.of(order.requesterId())).get(order.requesterId());
        if (wallet == null) return new Outcome.NoSuchWork(order.assignmentId());
        var before = sameToken(order);
        if (before.isPresent()) return new Outcome.TokenUsed(before.get());
        var work = works.find(order.assignmentId());
        if (work.isEmpty() || !work.get().requesterId().equals(order.requesterId()))
            return new Outcome.NoSuchWork(order.assignmentId());
        if (order.workerId() != null && !order.workerId().equals(work.get().workerId()))
            return new Outcome.NotTheirs(order.workerId());
        var theirs = currency(work.get().workerId(), wallet);
        if (!theirs.equals(wallet.currency())) return new Outcome.OtherCurrency(wallet.currency(), theirs);
        var fee = fees.perBonus(order.amount());
        var required = Math.addExact(order.amount(), fee);
        if (required > wallet.amount()) return new Outcome.Declined(required, wallet.amount(), wallet.currency());
        return new Outcome.Paid(pay(order, work.get(), fee, wallet));
    }

    /** A worker whose account is not known yet is taken to have the same money. */
    private String currency(String workerId, Available wallet) {
        return ledger.lockEarnings(workerId).map(Available::currency).orElse(wallet.currency());
    }

    private Optional<Bonus> sameToken(BonusOrder order) {
        return order.requestToken() == null
                ? Optional.empty()
                : bonuses.findByRequesterIdAndRequestToken(order.requesterId(), order.requestToken());
    }

    private Bonus pay(BonusOrder order, Work work, long fee, Available wallet) {
        var bonus = bonuses.save(new Bonus(
                ids.next(),
                order.requesterId(),
                work.workerId(),
                work.assignmentId(),
                work.taskId(),
                order.amount(),
                fee,
                wallet.currency(),
                order.reason(),
                order.requestToken(),
                clock.instant()));
        ledger.post(transfers(bonus));
        publisher.paid(bonus);
        return bonus;
    }

    private static List<Transfer> transfers(Bonus bonus) {
        var from = LedgerAccount.available(bonus.requesterId(), bonus.currency());
        var worker = LedgerAccount.earnings(bonus.workerId(), bonus.currency());
        var transfers = new ArrayList<Transfer>();
        transfers.add(Transfer.of(Cause.BONUS, bonus.id(), from, worker, bonus.amount()));
        var platform = LedgerAccount.fees(bonus.currency());
        if (bonus.fee() > 0) transfers.add(Transfer.of(Cause.BONUS_FEE, bonus.id(), from, platform, bonus.fee()));
        return transfers;
    }
}
