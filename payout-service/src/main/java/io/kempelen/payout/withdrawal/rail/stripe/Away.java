package io.kempelen.payout.withdrawal.rail.stripe;

import com.stripe.exception.StripeException;

/** Stripe takes no requests at the moment, and no money of the payout at hand was moved: the others need not be tried either. */
final class Away extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    Away(StripeException cause) {
        super(cause);
        this.reason = StripeFailure.words(cause);
    }

    String reason() {
        return reason;
    }
}
