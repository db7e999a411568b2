package io.kempelen.payout.withdrawal.rail.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a failed call says of the money. */
enum StripeFailure {
    /** Certainly nothing happened, and that is not about this payout: Stripe is away, busy, or does not let us in. */
    AWAY,
    /** Certainly nothing happened, and never will: Stripe said no. */
    REFUSED,
    /** Perhaps it happened. */
    UNCLEAR;

    private static final Pattern CODE = Pattern.compile("[a-z][a-z_]{1,63}");

    static StripeFailure of(StripeException failure) {
        return switch (failure) {
            case StripeHttp.NotSent unconnected -> AWAY;
            case RateLimitException busy -> AWAY;
            case AuthenticationException stranger -> isAboutTheAccount(stranger) ? REFUSED : AWAY;
            case InvalidRequestException no -> REFUSED;
            case CardException no -> REFUSED;
            default -> UNCLEAR; // lost answers, 5xx, and keys in use or used for something else
        };
    }

    /** Our words and Stripe's code: its own words may name accounts, and reasons are kept in events for ever. */
    static String words(StripeException failure) {
        if (isAboutTheAccount(failure)) return "The account at Stripe is not connected to this platform.";
        if (failure instanceof AuthenticationException) return "Stripe does not let the platform in.";
        if ("balance_insufficient".equals(failure.getCode()))
            return "The balance at Stripe does not cover the payout at the moment.";
        if (failure instanceof StripeCalls.Several || failure instanceof ApiConnectionException)
            return String.valueOf(failure.getMessage()); // ours
        return withCode(of(failure) == REFUSED ? "Stripe refused it" : "Stripe failed", failure.getCode());
    }

    static String withCode(String words, @Nullable String code) {
        return code != null && CODE.matcher(code).matches() ? words + " (" + code + ")." : words + ".";
    }

    /** The worker disconnected it; Stripe says that as if the key were wrong. */
    private static boolean isAboutTheAccount(StripeException failure) {
        return failure instanceof AuthenticationException && "account_invalid".equals(failure.getCode());
    }
}
