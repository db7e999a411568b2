package io.kempelen.payout.withdrawal.rail.stripe;

import static io.kempelen.payout.withdrawal.rail.stripe.StripeFixture.ACCOUNT;
import static io.kempelen.payout.withdrawal.rail.stripe.StripeFixture.order;
import static io.kempelen.payout.withdrawal.rail.stripe.StripeFixture.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kempelen.messaging.web.ProblemException;
import io.kempelen.payout.withdrawal.rail.Answer;
import io.kempelen.payout.withdrawal.rail.Destination;
import io.kempelen.payout.withdrawal.rail.Order;
import io.kempelen.payout.withdrawal.rail.PayoutRail.Unreachable;
import io.kempelen.payout.withdrawal.rail.stripe.StripeBooks.Fate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StripeRailTest {

    private static final Duration PATIENT = Duration.ofSeconds(10);
    private static final String TRANSFERS = "/v1/transfers";
    private static final String PAYOUTS = "/v1/payouts";
    private static final String REVERSALS = "/v1/transfers/.+/reversals";

    private final StripeSimulator stripe = new StripeSimulator();
    private StripeRail rail = StripeFixture.rail(stripe);
    private final Order order = order(1);

    @BeforeEach
    void open() {
        stripe.books.open(ACCOUNT);
    }

    @AfterEach
    void close() {
        stripe.close();
    }

    @Test
    void transfersToTheConnectedAccountAndPaysOutFromThere() throws Exception {
        assertThat(pay()).isEqualTo(new Answer.Accepted());
        assertThat(ask()).isEqualTo(new Answer.Accepted());
        stripe.books.timePasses();
        stripe.books.timePasses();

        assertThat(ask()).isEqualTo(new Answer.Paid());
        var transfer = asked("POST", TRANSFERS).getFirst();
        assertThat(transfer.key()).isEqualTo(order.payoutId() + "/transfer");
        assertThat(transfer.account()).isNull();
        assertThat(transfer.params())
                .containsEntry("transfer_group", order.payoutId())
                .containsEntry("metadata[payoutId]", order.payoutId())
                .containsEntry("destination", ACCOUNT)
                .containsEntry("amount", "1001")
                .containsEntry("currency", "usd");
        var payout = asked("POST", PAYOUTS).getFirst();
        assertThat(payout.key()).isEqualTo(order.payoutId() + "/payout");
        assertThat(payout.account()).isEqualTo(ACCOUNT);
    }

    @Test
    void refusesWithStripesCodeWhatStripeRefuses() throws Exception {
        var stranger = order(2, 500, "USD", "acct_0000000000000000");

        assertThat(rail.pay(run(stranger)).get(stranger.payoutId()))
                .isEqualTo(new Answer.Refused("Stripe refused it (resource_missing)."));
    }

    @Test
    void refusesInItsOwnWordsWhenThePlatformHasTooLittle() throws Exception {
        stripe.books.platform(3);

        assertThat(pay())
                .isEqualTo(new Answer.Refused("The balance at Stripe does not cover the payout at the moment."));
    }

    @Test
    void takesTheTransferBackWhenThePayoutIsRefused() throws Exception {
        stripe.books.fates(id -> Fate.REFUSED);

        assertThat(pay()).isEqualTo(noBankAccount());
        assertSettledWithout("");
        assertThat(asked("POST", REVERSALS).getFirst().key()).isEqualTo(order.payoutId() + "/reversal");
        assertThat(ask()).as("the reason is still known later").isEqualTo(noBankAccount());
        assertThat(pay()).isEqualTo(noBankAccount());
    }

    @Test
    void takesTheTransferBackWhenTheAccountIsNoLongerConnected() throws Exception {
        stripe.books.disconnect(ACCOUNT);

        assertThat(pay()).isEqualTo(new Answer.Refused("The account at Stripe is not connected to this platform."));
        assertSettledWithout("");
    }

    @Test
    void takesTheTransferBackWhenThePayoutFails() throws Exception {
        stripe.books.fates(id -> Fate.FAILS);
        pay();
        stripe.books.timePasses();
        stripe.books.timePasses();

        assertThat(ask()).isEqualTo(new Answer.Refused("The bank refused the payout (account_closed)."));
        assertSettledWithout("failed");
    }

    @Test
    void takesTheTransferBackWhenAPaidPayoutFailsLate() throws Exception {
        stripe.books.fates(id -> Fate.FAILS_LATE);
        pay();
        stripe.books.timePasses();
        stripe.books.timePasses();
        assertThat(ask()).isEqualTo(new Answer.Paid());
        stripe.books.weekPasses();

        assertThat(ask()).isEqualTo(new Answer.Refused("The bank refused the payout (account_closed)."));
        assertThat(ask()).isEqualTo(new Answer.Refused("The bank refused the payout (account_closed)."));
        assertSettledWithout("failed");
        assertThat(rail.recall()).hasDays(7);
    }

    @Test
    void takesTheTransferBackWhenThePayoutIsCancelled() throws Exception {
        pay();
        stripe.books.cancel(order.payoutId());

        assertThat(ask()).isEqualTo(new Answer.Refused("The payout was cancelled at Stripe."));
        assertSettledWithout("canceled");
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST_LOST", "ANSWER_LOST", "LATE", "BROKEN_BEFORE", "BROKEN_AFTER"})
    void doesNotKnowWhatCameOfAReversalUntilAskedAgain(Fault fault) throws Exception {
        stripe.books.fates(id -> Fate.FAILS);
        pay();
        stripe.books.timePasses();
        stripe.books.timePasses();
        stripe.once(fault, "POST", REVERSALS);
        if (fault == Fault.LATE) rail = StripeFixture.impatient(stripe);

        assertThat(ask()).isInstanceOf(Answer.Unknown.class);
        stripe.forgetKeys();
        assertThat(ask()).isEqualTo(new Answer.Refused("The bank refused the payout (account_closed)."));
        assertSettledWithout("failed");
    }

    @Test
    void givesNothingBackThatStripeCannotTakeBack() throws Exception {
        stripe.books.fates(id -> Fate.FAILS);
        pay();
        stripe.books.timePasses();
        stripe.books.timePasses();
        stripe.books.spend(ACCOUNT, 1);

        assertThat(ask()).isInstanceOf(Answer.Unknown.class);
        stripe.books.spend(ACCOUNT, -1);
        stripe.forgetKeys();
        assertThat(ask()).isInstanceOf(Answer.Refused.class);
    }

    /** Whether a key is still known to Stripe or not, and wherever the way broke off. */
    @ParameterizedTest
    @CsvSource({
        "ANSWER_LOST, /v1/transfers, false", "ANSWER_LOST, /v1/transfers, true",
        "ANSWER_LOST, /v1/payouts, false", "ANSWER_LOST, /v1/payouts, true",
        "LATE, /v1/transfers, true", "LATE, /v1/payouts, true",
        "BROKEN_AFTER, /v1/transfers, false", "BROKEN_AFTER, /v1/payouts, false",
        "BROKEN_AFTER, /v1/transfers, true", "BROKEN_AFTER, /v1/payouts, true",
        "REQUEST_LOST, /v1/transfers, false", "REQUEST_LOST, /v1/payouts, false",
        "BUSY, /v1/payouts, false", "BROKEN_BEFORE, /v1/payouts, true"
    })
    void goesOnFromWhereItBrokeOff(Fault fault, String path, boolean nextDay) throws Exception {
        stripe.once(fault, "POST", path);
        if (fault == Fault.LATE) rail = StripeFixture.impatient(stripe);
        assertThat(pay()).isInstanceOf(Answer.Unknown.class);
        if (nextDay) stripe.forgetKeys();

        if (ask() instanceof Answer.NeverHeard) assertThat(pay()).isEqualTo(new Answer.Accepted());
        assertThat(ask()).isEqualTo(new Answer.Accepted());
        assertThat(stripe.books.transfers(order.payoutId())).hasSize(1);
        assertThat(stripe.books.payouts(order.payoutId())).containsExactly("pending");
        assertThat(stripe.books.kept()).isEqualTo(order.amount());
    }

    @Test
    void saysThatStripeNeverHeardOfWhatItNeverHeardOf() {
        assertThat(ask()).isEqualTo(new Answer.NeverHeard());
    }

    @Test
    void isUnreachableWhenNobodyListens() {
        stripe.close();

        assertThatThrownBy(this::pay).isInstanceOf(Unreachable.class);
        assertThatThrownBy(this::ask).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isUnreachableWhenStripeIsBusy() {
        stripe.once(Fault.BUSY, "POST", TRANSFERS);

        assertThatThrownBy(this::pay).isInstanceOf(Unreachable.class);
        assertThat(stripe.books.transfers(order.payoutId())).isEmpty();
    }

    @Test
    void isUnreachableWithoutTheRightKey() {
        var stranger = StripeFixture.rail(stripe.url(), "sk_test_wrong", PATIENT, InstantSource.system());

        assertThatThrownBy(() -> stranger.pay(run(order)))
                .isInstanceOf(Unreachable.class)
                .message()
                .doesNotContain("sk_test");
    }

    @Test
    void leavesTheRestUntouchedWhenStripeGetsBusyHalfWay() throws Exception {
        var busy = new ArrayDeque<>(List.of(Fault.NONE, Fault.BUSY));
        stripe.faults(asked -> asked.is("POST", TRANSFERS) ? busy.remove() : Fault.NONE);

        assertThat(rail.pay(run(order, order(2), order(3))))
                .containsEntry(order.payoutId(), new Answer.Accepted())
                .containsEntry(order(2).payoutId(), new Answer.NeverHeard())
                .containsEntry(order(3).payoutId(), new Answer.NeverHeard());
        assertThat(stripe.books.kept()).isEqualTo(order.amount());
    }

    @Test
    void goesOnToTheNextWhenOneGoesWrong() throws Exception {
        stripe.once(Fault.ANSWER_LOST, "POST", TRANSFERS);

        assertThat(rail.pay(run(order, order(2))).get(order(2).payoutId())).isEqualTo(new Answer.Accepted());
    }

    @Test
    void beginsNoFurtherPayoutWhenTimeIsUp() throws Exception {
        var times = new ArrayDeque<>(List.of(StripeFixture.NOW, StripeFixture.NOW.plusSeconds(12)));
        InstantSource clock = () -> times.size() > 1 ? times.remove() : times.element();
        var slow = StripeFixture.rail(stripe.url(), StripeSimulator.KEY, PATIENT, clock);

        assertThat(slow.pay(run(order, order(2))))
                .containsEntry(order.payoutId(), new Answer.Accepted())
                .containsEntry(order(2).payoutId(), new Answer.NeverHeard());
    }

    @Test
    void sendsNothingForSomebodyWhoNoLongerWaits() throws Exception {
        Thread.currentThread().interrupt();
        var answers = rail.pay(run(order));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(answers).containsEntry(order.payoutId(), new Answer.NeverHeard());
        assertThat(stripe.asked()).isEmpty();
    }

    @Test
    void neverRepeatsARequestByItself() throws Exception {
        stripe.once(Fault.BROKEN_BEFORE, "POST", TRANSFERS);

        assertThat(pay()).isInstanceOf(Answer.Unknown.class);
        assertThat(asked("POST", TRANSFERS)).hasSize(1);
    }

    @Test
    void findsItsPayoutAmongManyOthers() throws Exception {
        assertThat(pay()).isEqualTo(new Answer.Accepted());
        stripe.books.spend(ACCOUNT, -1_000);
        for (int i = 0; i < 230; i++)
            stripe.books.createPayout(ACCOUNT, Map.of("amount", "1", "metadata[payoutId]", "other" + i));

        assertThat(ask()).isEqualTo(new Answer.Accepted());
    }

    @Test
    void leavesTwoTransfersOfOnePayoutToAnOperator() throws Exception {
        pay();
        stripe.books.createTransfer(asked("POST", TRANSFERS).getFirst().params());

        assertThat(ask())
                .isInstanceOfSatisfying(
                        Answer.Unknown.class,
                        unknown -> assertThat(unknown.reason()).contains("operator"));
        assertThat(pay()).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void refusesAmountsThatStripeCannotCount() throws Exception {
        var odd = order(3, 1_235, "KWD", ACCOUNT);

        assertThat(rail.pay(run(odd)).get(odd.payoutId()))
                .isEqualTo(new Answer.Refused("Stripe pays out KWD only in multiples of 0.010."));
        assertThat(stripe.asked()).isEmpty();
    }

    @Test
    void takesConnectedAccountsOnly() {
        rail.check(new Destination(Map.of("stripeAccount", " " + ACCOUNT + " ")), "USD");

        assertThatThrownBy(() -> rail.check(new Destination(Map.of("iban", "x")), "USD"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("destination.stripeAccount");
        assertThatThrownBy(() -> rail.check(new Destination(Map.of("stripeAccount", "acct_1\r\nHost: x")), "USD"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> rail.check(new Destination(Map.of("stripeAccount", ACCOUNT)), "LYD"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("LYD");
    }

    private Answer pay() throws Unreachable {
        return rail.pay(run(order)).getOrDefault(order.payoutId(), new Answer.Unknown("nothing was said"));
    }

    private Answer ask() {
        return rail.ask(List.of(order)).getOrDefault(order.payoutId(), new Answer.Unknown("nothing was said"));
    }

    private List<StripeSimulator.Asked> asked(String method, String path) {
        return stripe.asked().stream().filter(one -> one.is(method, path)).toList();
    }

    private void assertSettledWithout(String payout) {
        assertThat(stripe.books.kept(order.payoutId())).isZero();
        assertThat(stripe.books.balance(ACCOUNT)).isZero();
        assertThat(stripe.books.transfers(order.payoutId())).hasSize(1);
        assertThat(String.join(",", stripe.books.payouts(order.payoutId()))).isEqualTo(payout);
    }

    private static Answer noBankAccount() {
        return new Answer.Refused("Stripe refused it.");
    }
}
