package io.kempelen.payout.withdrawal.rail.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.Payout;
import com.stripe.model.Transfer;
import io.kempelen.payout.withdrawal.rail.Answer;
import io.kempelen.payout.withdrawal.rail.Order;
import java.util.Optional;

/**
 * The way of one payout through Stripe: transfer, payout and, where the payout comes to nothing, the transfer's reversal. Whoever
 * comes again, after a crash or a lost answer, looks how far it got and goes on from there; Stripe's keys guard against two who
 * come at once, but only for a day, so looking comes first even then.
 */
final class StripeTrip {

    private final StripeCalls calls;

    StripeTrip(StripeCalls calls) {
        this.calls = calls;
    }

    /** Sends a payout, or what is left to be sent of it. */
    Answer send(Order order, String account) throws Away {
        Optional<Transfer> before;
        try {
            before = calls.findTransfer(order);
        } catch (StripeException failed) {
            return notFound(failed);
        }
        return before.isEmpty() ? transfer(order, account) : goOn(order, before.get());
    }

    /** What became of a payout. Sends nothing, but takes back what came to nothing. */
    Answer look(Order order) throws Away {
        try {
            var transfer = calls.findTransfer(order);
            if (transfer.isEmpty()) return new Answer.NeverHeard();
            var payout = calls.findPayout(order, transfer.get());
            if (payout.isPresent()) return judge(order, transfer.get(), payout.get());
            return isReversed(transfer.get()) ? takenBack(transfer.get()) : new Answer.NeverHeard();
        } catch (StripeException failed) {
            return notFound(failed);
        }
    }

    private static Answer notFound(StripeException failed) throws Away {
        if (StripeFailure.of(failed) == StripeFailure.AWAY) throw new Away(failed);
        return unknown(failed);
    }

    private Answer transfer(Order order, String account) throws Away {
        Transfer transfer;
        try {
            transfer = calls.transfer(order, account);
        } catch (StripeException failed) {
            return switch (StripeFailure.of(failed)) {
                case AWAY -> throw new Away(failed);
                case REFUSED -> new Answer.Refused(StripeFailure.words(failed));
                case UNCLEAR -> unknown(failed);
            };
        }
        return payOut(order, transfer);
    }

    /** From here on money has moved, so whatever fails leaves the outcome unknown. */
    private Answer goOn(Order order, Transfer transfer) {
        try {
            var payout = calls.findPayout(order, transfer);
            if (payout.isPresent()) return judge(order, transfer, payout.get());
        } catch (StripeException failed) {
            return unknown(failed);
        }
        return isReversed(transfer) ? takenBack(transfer) : payOut(order, transfer);
    }

    private Answer payOut(Order order, Transfer transfer) {
        try {
            return judge(order, transfer, calls.payOut(order, transfer));
        } catch (StripeException failed) {
            return StripeFailure.of(failed) == StripeFailure.REFUSED
                    ? takeBack(order, transfer, StripeFailure.words(failed))
                    : unknown(failed);
        }
    }

    private Answer judge(Order order, Transfer transfer, Payout payout) {
        return switch (String.valueOf(payout.getStatus())) {
            case "paid" -> new Answer.Paid();
            case "pending", "in_transit" -> new Answer.Accepted();
            case "canceled" -> takeBack(order, transfer, "The payout was cancelled at Stripe.");
            case "failed" -> takeBack(order, transfer, reason(payout));
            default -> new Answer.Unknown("Stripe calls the payout " + payout.getStatus() + ".");
        };
    }

    private Answer takeBack(Order order, Transfer transfer, String reason) {
        if (isReversed(transfer)) return new Answer.Refused(reason);
        try {
            calls.reverse(order, transfer, reason);
            return new Answer.Refused(reason);
        } catch (StripeException failed) {
            return new Answer.Unknown(
                    reason + " The money is at Stripe and could not be taken back yet: " + StripeFailure.words(failed));
        }
    }

    private static Answer takenBack(Transfer transfer) {
        return new Answer.Refused(StripeCalls.reasonOf(transfer).orElse("The transfer was reversed at Stripe."));
    }

    private static boolean isReversed(Transfer transfer) {
        return Boolean.TRUE.equals(transfer.getReversed());
    }

    private static String reason(Payout payout) {
        return StripeFailure.withCode("The bank refused the payout", payout.getFailureCode());
    }

    private static Answer unknown(StripeException failed) {
        return new Answer.Unknown(StripeFailure.words(failed));
    }
}
