package io.kempelen.payout.hold.domain;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a batch of events says about held money. */
public record Facts(List<Ask> asks, List<Withdrawal> withdrawals, List<Settlement> settlements) {

    /** Whose available balance may change: locked first, in this order. */
    public Set<String> spenders() {
        var released = settlements.stream().filter(settled -> settled.outcome() == Settlement.Outcome.RELEASED);
        return Stream.of(
                        asks.stream().map(Ask::requesterId),
                        withdrawals.stream().map(Withdrawal::requesterId),
                        released.map(Settlement::requesterId))
                .flatMap(ids -> ids)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public boolean isEmpty() {
        return asks.isEmpty() && withdrawals.isEmpty() && settlements.isEmpty();
    }
}
