package io.kempelen.payout.withdrawal.rail.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.ApiException;
import com.stripe.exception.StripeException;
import com.stripe.model.Payout;
import com.stripe.model.Transfer;
import com.stripe.model.TransferReversal;
import com.stripe.net.RequestOptions;
import com.stripe.param.PayoutCreateParams;
import com.stripe.param.PayoutListParams;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.TransferListParams;
import com.stripe.param.TransferReversalCreateParams;
import io.kempelen.payout.withdrawal.rail.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The requests of the rail. Each that changes something has a key made of the payout's id, and can be found again by that id. */
final class StripeCalls {

    private static final String ID = "payoutId";
    private static final String REASON = "reason";
    private static final long PAGE = 100;

    private final StripeClient stripe;

    StripeCalls(StripeClient stripe) {
        this.stripe = stripe;
    }

    /** Somebody made more of what there must be one of. */
    static final class Several extends ApiException {

        private static final long serialVersionUID = 1;

        Several(String what) {
            super("Stripe has " + what + " of this payout: an operator must look at them.", null, null, null, null);
        }
    }

    Optional<Transfer> findTransfer(Order order) throws StripeException {
        var group = TransferListParams.builder()
                .setTransferGroup(order.payoutId())
                .setLimit(PAGE)
                .build();
        return only("transfers", of(order, stripe.transfers().list(group).getData(), Transfer::getMetadata));
    }

    /** Stripe cannot search by metadata; but a payout is never older than its transfer, and an account has few of them. */
    Optional<Payout> findPayout(Order order, Transfer transfer) throws StripeException {
        var since =
                PayoutListParams.Created.builder().setGte(transfer.getCreated()).build();
        var wanted = PayoutListParams.builder().setCreated(since).setLimit(PAGE);
        var found = new ArrayList<Payout>();
        while (true) {
            var page = stripe.payouts().list(wanted.build(), account(transfer).build());
            found.addAll(of(order, page.getData(), Payout::getMetadata));
            if (!Boolean.TRUE.equals(page.getHasMore())) return only("payouts", found);
            wanted.setStartingAfter(page.getData().getLast().getId());
        }
    }

    Transfer transfer(Order order, String destination) throws StripeException {
        var params = TransferCreateParams.builder()
                .setAmount(StripeMoney.count(order.amount(), order.currency()))
                .setCurrency(order.currency().toLowerCase(Locale.ROOT))
                .setDestination(destination)
                .setTransferGroup(order.payoutId())
                .putMetadata(ID, order.payoutId())
                .build();
        var once = RequestOptions.builder().setIdempotencyKey(order.payoutId() + "/transfer");
        return stripe.transfers().create(params, once.build());
    }

    Payout payOut(Order order, Transfer transfer) throws StripeException {
        var params = PayoutCreateParams.builder()
                .setAmount(StripeMoney.count(order.amount(), order.currency()))
                .setCurrency(order.currency().toLowerCase(Locale.ROOT))
                .putMetadata(ID, order.payoutId())
                .build();
        var once = account(transfer).setIdempotencyKey(order.payoutId() + "/payout");
        return stripe.payouts().create(params, once.build());
    }

    /** Takes back what is left of a transfer; Stripe never gives back more than was sent. */
    void reverse(Order order, Transfer transfer, String reason) throws StripeException {
        var params = TransferReversalCreateParams.builder()
                .putMetadata(ID, order.payoutId())
                .putMetadata(REASON, reason)
                .build();
        var once = RequestOptions.builder().setIdempotencyKey(order.payoutId() + "/reversal");
        stripe.transfers().reversals().create(transfer.getId(), params, once.build());
    }

    /** As it was said when the transfer was reversed. */
    static Optional<String> reasonOf(Transfer reversed) {
        if (reversed.getReversals() == null) return Optional.empty();
        return reversed.getReversals().getData().stream()
                .map(TransferReversal::getMetadata)
                .filter(metadata -> metadata != null && metadata.containsKey(REASON))
                .map(metadata -> metadata.get(REASON))
                .findFirst();
    }

    private static RequestOptions.RequestOptionsBuilder account(Transfer transfer) {
        return RequestOptions.builder().setStripeAccount(transfer.getDestination());
    }

    /** The group and the account are open to others, too; the metadata says what is ours. */
    private static <T> List<T> of(Order order, List<T> all, Function<T, @Nullable Map<String, String>> metadata) {
        return all.stream()
                .filter(one -> {
                    var members = metadata.apply(one);
                    return members != null && order.payoutId().equals(members.get(ID));
                })
                .toList();
    }

    private static <T> Optional<T> only(String what, List<T> found) throws Several {
        if (found.size() > 1) throw new Several(found.size() + " " + what);
        return found.stream().findFirst();
    }
}
