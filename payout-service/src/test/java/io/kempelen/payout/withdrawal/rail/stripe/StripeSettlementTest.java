package io.kempelen.payout.withdrawal.rail.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.payout.withdrawal.rail.Answer;
import io.kempelen.payout.withdrawal.rail.Order;
import io.kempelen.payout.withdrawal.rail.Payer;
import io.kempelen.payout.withdrawal.rail.stripe.StripeBooks.Fate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is lost on the way: every payout settles, once, and Stripe's books say the same as the answers. */
class StripeSettlementTest {

    private static final Fault[] FAULTS = {
        Fault.ANSWER_LOST, Fault.ANSWER_LOST, Fault.REQUEST_LOST, Fault.BROKEN_BEFORE, Fault.BROKEN_AFTER, Fault.BUSY
    };

    private final StripeSimulator stripe = new StripeSimulator();
    private final List<Order> orders =
            IntStream.range(0, 300).mapToObj(StripeSettlementTest::order).toList();

    @AfterEach
    void close() {
        stripe.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void settlesEveryPayoutOnceWithOneAnswerInThreeLost(long seed) {
        var dice = new Random(seed);
        for (int i = 0; i < 20; i++) stripe.books.open(account(i));
        stripe.books.fates(id -> fate(id, seed));
        stripe.faults(asked -> dice.nextInt(3) == 0 ? FAULTS[dice.nextInt(FAULTS.length)] : Fault.NONE);
        var rounds = new AtomicInteger();
        var payer = new Payer(StripeFixture.rail(stripe), () -> {
            stripe.books.timePasses();
            stripe.books.timePasses();
            if (rounds.incrementAndGet() % 3 == 0) stripe.forgetKeys();
        });

        var settled = payer.payAll(orders);
        assertBooksAgree(settled);
        stripe.books.weekPasses();
        assertBooksAgree(payer.askAgain(orders));
    }

    private void assertBooksAgree(Map<String, Answer> settled) {
        long sum = 0;
        for (var order : orders) {
            var isPaid = settled.get(order.payoutId()) instanceof Answer.Paid;
            var id = order.payoutId();
            sum += isPaid ? order.amount() : 0;
            assertThat(stripe.books.kept(id)).as("kept of %s", id).isEqualTo(isPaid ? order.amount() : 0);
            assertThat(stripe.books.transfers(id)).as("transfers of %s", id).hasSizeLessThanOrEqualTo(1);
            assertThat(stripe.books.payouts(id)).as("payouts of %s", id).hasSizeLessThanOrEqualTo(1);
            if (isPaid) assertThat(stripe.books.payouts(id)).containsExactly("paid");
            else assertThat(stripe.books.payouts(id)).isSubsetOf("failed");
        }
        assertThat(stripe.books.kept()).isEqualTo(sum);
        for (int i = 0; i < 20; i++)
            assertThat(stripe.books.balance(account(i)))
                    .as("left at %s", account(i))
                    .isZero();
    }

    private static Fate fate(String id, long seed) {
        return switch (new Random(id.hashCode() * 31L + seed).nextInt(8)) {
            case 0 -> Fate.REFUSED;
            case 1 -> Fate.FAILS;
            case 2 -> Fate.FAILS_LATE;
            default -> Fate.ARRIVES;
        };
    }

    private static Order order(int number) {
        return StripeFixture.order(number, 1_000 + number, "USD", account(number % 20));
    }

    private static String account(int number) {
        return "acct_%016d".formatted(number);
    }
}
