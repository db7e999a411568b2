package io.kempelen.payout.hold.domain;

/** Money set aside under one id. Known once a question for it was granted; until then it only keeps a place for early facts. */
public record Hold(String fundsId, String requesterId, String currency, int asks, long remaining) {

    public boolean known() {
        return asks > 0;
    }

    /** The first grant says whose hold this is, whatever an early fact took it for. */
    public Hold granted(Ask ask, long amount) {
        if (known()) check(ask.requesterId(), ask.currency());
        return new Hold(fundsId, ask.requesterId(), ask.currency(), asks + 1, Math.addExact(remaining, amount));
    }

    public boolean covers(Settlement settlement) {
        return settlement.amount() <= remaining
                && settlement.requesterId().equals(requesterId)
                && settlement.price().currency().equals(currency);
    }

    /** @throws IllegalStateException if more would go than remains: somebody settled what was never held */
    public Hold less(long amount) {
        if (amount > remaining)
            throw new IllegalStateException("Hold %s has %d left, not %d".formatted(fundsId, remaining, amount));
        return new Hold(fundsId, requesterId, currency, asks, remaining - amount);
    }

    /** @throws IllegalArgumentException if a fact speaks of somebody else's hold, or of other money */
    public Hold check(String requester, String money) {
        if (!requester.equals(requesterId) || !money.equals(currency))
            throw new IllegalArgumentException("Hold %s is %s's in %s, not %s's in %s"
                    .formatted(fundsId, requesterId, currency, requester, money));
        return this;
    }
}
