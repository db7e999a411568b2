package io.kempelen.payout.withdrawal;

import io.kempelen.payout.withdrawal.domain.Payout;
import org.springframework.stereotype.Component;

/** Pays everybody at once and nobody really. Amounts that end in 13 minor units are refused, so that failure can be tried. */
@Component
class SandboxRail implements PayoutRail {

    static final String NAME = "sandbox";
    private static final int UNLUCKY = 13;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer pay(Payout payout) {
        return payout.amount() % 100 == UNLUCKY
                ? new Answer.Refused("The sandbox refuses amounts that end in " + UNLUCKY + ".")
                : new Answer.Paid();
    }
}
