package io.kempelen.payout.withdrawal.rail.nacha;

import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Problem;
import io.kempelen.payout.withdrawal.rail.Destination;
import io.kempelen.payout.withdrawal.rail.Order;
import io.kempelen.payout.withdrawal.rail.Run;
import io.kempelen.payout.withdrawal.rail.file.PaymentFormat;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Direct deposits as an ACH file. */
@Component
@ConditionalOnProperty("kempelen.payouts.nacha.odfi")
class NachaFormat implements PaymentFormat {

    static final String RAIL = "nacha";

    private static final String DOLLAR = "USD";
    private static final int CAPACITY = 10_000;
    private static final long LARGEST_ENTRY = 9_999_999_999L;
    private static final long LARGEST_FILE = 9_999_999_999_99L;

    private final NachaProperties bank;

    NachaFormat(NachaProperties bank) {
        this.bank = bank;
    }

    @Override
    public String name() {
        return RAIL;
    }

    @Override
    public String fileName(Run run) {
        return "nacha-" + run.id() + ".ach";
    }

    @Override
    public String mediaType() {
        return "text/plain;charset=US-ASCII";
    }

    @Override
    public int capacity() {
        return CAPACITY;
    }

    /** @throws io.kempelen.messaging.web.ProblemException 422 that names the payout if the file has no room for an amount */
    @Override
    public byte[] write(Run run) {
        dollars(run.currency());
        run.orders().forEach(NachaFormat::fits);
        if (run.total() > LARGEST_FILE)
            throw tooMuch("The payouts of run " + run.id() + " are " + dollarsOf(run.total()), LARGEST_FILE);
        unambiguous(run);
        return new NachaFile(bank, run).bytes();
    }

    /** ACH reports only what comes back, and most returns come within two banking days: five days hold two and a weekend. */
    @Override
    public Optional<Duration> arrivesAfter() {
        return Optional.of(Duration.ofDays(5));
    }

    @Override
    public long most(String currency) {
        return LARGEST_ENTRY;
    }

    @Override
    public void check(Destination to, String currency) {
        dollars(currency);
        Receiver.of(to);
    }

    private static void dollars(String currency) {
        if (!currency.equals(DOLLAR))
            throw Problem.invalid("currency", "currency is " + currency + ", but ACH moves USD only.")
                    .exception();
    }

    private static void fits(Order order) {
        if (order.amount() > LARGEST_ENTRY)
            throw tooMuch("Payout " + order.payoutId() + " is " + dollarsOf(order.amount()), LARGEST_ENTRY);
    }

    private static void unambiguous(Run run) {
        var traces = run.orders().stream()
                .mapToLong(order -> Math.floorMod(order.number(), Entry.SEQUENCES))
                .distinct()
                .count();
        if (traces != run.orders().size())
            throw new IllegalArgumentException("Two payouts of run " + run.id() + " would have one trace number");
    }

    private static RuntimeException tooMuch(String what, long limit) {
        return Problem.invalid("amount", what + ", but ACH takes " + dollarsOf(limit) + " at most.")
                .exception();
    }

    private static String dollarsOf(long amount) {
        return Amounts.format(amount, DOLLAR) + " " + DOLLAR;
    }
}
