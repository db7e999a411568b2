package io.kempelen.payout.hold;

import io.kempelen.payout.fees.domain.FeeSchedule;
import io.kempelen.payout.hold.domain.Ask;
import io.kempelen.payout.hold.domain.PastAsk;
import io.kempelen.payout.hold.domain.Withdrawal;
import io.kempelen.payout.ledger.Levelling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Answers questions for money, each once, and takes back what their askers no longer want, in whatever order that comes. */
@Component
class Asking {

    private final Asks asks;
    private final FeeSchedule fees;
    private final Levelling levelling;

    Asking(Asks asks, FeeSchedule fees, Levelling levelling) {
        this.asks = asks;
        this.fees = fees;
        this.levelling = levelling;
    }

    void answer(List<Ask> asked, List<Withdrawal> withdrawals, Batch batch, Instant now) {
        if (asked.isEmpty() && withdrawals.isEmpty()) return;
        var ids = Stream.concat(
                asked.stream().map(Ask::askId), withdrawals.stream().map(Withdrawal::askId));
        var past = asks.find(ids.collect(Collectors.toSet()));
        var known = new HashMap<>(past);
        var fresh = new ArrayList<PastAsk>();
        for (var withdrawal : withdrawals) {
            if (known.putIfAbsent(withdrawal.askId(), PastAsk.neverAsked(withdrawal)) == null)
                fresh.add(PastAsk.neverAsked(withdrawal));
        }
        for (var ask : asked) {
            if (known.containsKey(ask.askId())) continue;
            var answered = PastAsk.of(batch.decide(ask, fees, levelling));
            known.put(ask.askId(), answered);
            fresh.add(answered);
        }
        asks.save(fresh, now);
        takeBack(withdrawals, past, batch);
    }

    private void takeBack(List<Withdrawal> withdrawals, java.util.Map<String, PastAsk> past, Batch batch) {
        var back = withdrawals.stream()
                .map(Withdrawal::askId)
                .distinct()
                .flatMap(id -> Stream.ofNullable(past.get(id)))
                .filter(ask -> ask.state() != PastAsk.State.WITHDRAWN)
                .toList();
        back.stream().filter(ask -> ask.state() == PastAsk.State.HELD).forEach(batch::withdraw);
        asks.withdraw(back.stream().map(PastAsk::askId).toList());
    }
}
