package io.kempelen.payout.withdrawal.rail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A way for money to leave. The id of a payout is its idempotency key on every rail. After {@link #pay} gave no clear answer
 * nobody pays again before {@link #ask} said {@link Answer.NeverHeard}: an unknown outcome is looked up, never repeated blindly.
 */
public interface PayoutRail {

    /** As payouts name it. */
    String name();

    /** @throws io.kempelen.messaging.web.ProblemException 422 that names the member if no money can be sent there in this currency */
    void check(Destination to, String currency);

    /** How many payouts one call of {@link #pay} takes at most. */
    int runSize();

    /** The most one payout may be, in minor units. */
    default long most(String currency) {
        return Long.MAX_VALUE;
    }

    /** When a payout asked for now leaves: at once, or with the next file. */
    default Instant departure(Instant now) {
        return now;
    }

    /** How long after {@link Answer.Paid} the money may still come back, so that it is asked about until then. */
    default Duration recall() {
        return Duration.ZERO;
    }

    /**
     * Hands payouts over and says of each, by payout id, what became of it; one that is missing counts as {@link Answer.Unknown},
     * as all do after any other exception. {@link Answer.NeverHeard} is one that certainly was not sent, though others were.
     *
     * @throws Unreachable if this call certainly sent nothing; what an earlier one sent stands
     */
    Map<String, Answer> pay(Run run) throws Unreachable;

    /**
     * What became of payouts handed over before, by payout id. Sends nothing, though it may take back what came to nothing; one that
     * is missing counts as {@link Answer.Unknown}, as all do after an exception.
     */
    Map<String, Answer> ask(List<Order> orders);

    /** Nothing was sent: the payouts may be tried again later as if this had not been tried. */
    final class Unreachable extends Exception {

        private static final long serialVersionUID = 1;

        public Unreachable(String reason) {
            super(reason);
        }
    }
}
