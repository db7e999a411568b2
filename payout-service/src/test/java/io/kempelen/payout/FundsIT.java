package io.kempelen.payout;

import static io.kempelen.payout.Events.PAYOUTS;
import static io.kempelen.payout.Events.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kempelen.events.AccountKind;
import io.kempelen.events.FundsDeclined;
import io.kempelen.events.FundsHeld;
import io.kempelen.events.FundsReleased;
import io.kempelen.events.HeldLine;
import io.kempelen.events.Money;
import io.kempelen.events.ReleaseCause;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The exchange by which anything asks for money, over a real broker. */
@KempelenTest
class FundsIT {

    @Autowired
    private KafkaProbe probe;

    @Autowired
    private TestApi api;

    @Autowired
    private JdbcTemplate jdbc;

    private final Ids ids = new Ids();
    private final String requester = "A" + ids.next();
    private final String ask = ids.next();
    private final String funds = ids.next();
    private Books books;

    FundsIT(@Autowired JdbcTemplate jdbc) {
        this.books = new Books(jdbc);
    }

    @BeforeEach
    void openWithAHundredCents() {
        probe.sendTwice(Events.ACCOUNTS, requester, Events.opened(requester, AccountKind.REQUESTER));
        deposit("1.00", ids.next());
    }

    @Test
    void holdsOnceHoweverOftenAsked() {
        probe.sendTwice(TASKS, requester, Events.asked(ask, funds, requester, 3));
        probe.send(TASKS, requester, Events.asked(ask, funds, requester, 3));
        settle();

        var held = probe.await(
                PAYOUTS, FundsHeld.class, 1, event -> event.getAskId().equals(ask));
        assertThat(held).hasSize(1);
        assertThat(held.getFirst().getLines()).containsExactly(new HeldLine(Events.usd(5), Events.usd(1), 3, 3));
        assertThat(books.available(requester)).isEqualTo(82);
        assertThat(books.escrow(requester)).isEqualTo(18);
        assertThat(books.remaining(funds)).isEqualTo(18);
        assertThat(balance()).isEqualTo("{\"currency\":\"USD\",\"available\":\"0.82\",\"onHold\":\"0.18\"}");
    }

    @Test
    void declinesWhatIsNotThereAndKeepsNothing() {
        probe.sendTwice(TASKS, requester, Events.asked(ask, funds, requester, 17));

        var declined = probe.awaitOne(
                PAYOUTS, FundsDeclined.class, event -> event.getAskId().equals(ask));
        assertThat(declined.getRequired()).isEqualTo(Events.usd(102));
        assertThat(declined.getAvailable()).isEqualTo(Events.usd(100));
        assertThat(books.available(requester)).isEqualTo(100);
        assertThat(books.escrow(requester)).isZero();
    }

    @Test
    void declinesAForeignCurrencyAndGoesOnWithTheNextQuestion() {
        probe.send(TASKS, requester, Events.asked(ids.next(), ids.next(), requester, 5, 3, "EUR"));
        probe.send(TASKS, requester, Events.asked(ask, funds, requester, 3));

        probe.awaitOne(PAYOUTS, FundsHeld.class, event -> event.getAskId().equals(ask));
        assertThat(probe.await(
                        PAYOUTS,
                        FundsDeclined.class,
                        1,
                        event -> event.getRequesterId().equals(requester)))
                .singleElement()
                .satisfies(declined -> {
                    assertThat(declined.getRequired()).isEqualTo(new Money(18L, "EUR"));
                    assertThat(declined.getAvailable()).isEqualTo(Events.usd(100));
                });
        assertThat(books.available(requester)).isEqualTo(82);
    }

    @Test
    void releasesOnceWhatWasWithdrawnAfterItWasHeld() {
        probe.send(TASKS, requester, Events.asked(ask, funds, requester, 3));
        probe.awaitOne(PAYOUTS, FundsHeld.class, event -> event.getAskId().equals(ask));
        probe.sendTwice(TASKS, requester, Events.withdrawn(ask, funds, requester));
        probe.send(TASKS, requester, Events.withdrawn(ask, funds, requester));
        settle();

        var released = probe.await(
                PAYOUTS, FundsReleased.class, 1, event -> event.getFundsId().equals(funds));
        assertThat(released).hasSize(1);
        assertThat(released.getFirst().getCause()).isEqualTo(ReleaseCause.WITHDRAWN);
        assertThat(released.getFirst().getAmount()).isEqualTo(Events.usd(18));
        assertThat(books.available(requester)).isEqualTo(100);
        assertThat(books.remaining(funds)).isZero();
    }

    @Test
    void neverHoldsWhatWasWithdrawnBefore() {
        probe.sendTwice(TASKS, requester, Events.withdrawn(ask, funds, requester));
        settle();
        probe.sendTwice(TASKS, requester, Events.asked(ask, funds, requester, 3));
        settle();

        assertThat(probe.all(PAYOUTS).stream()
                        .filter(seen -> seen.event() instanceof FundsHeld held
                                && held.getAskId().equals(ask)))
                .isEmpty();
        assertThat(books.available(requester)).isEqualTo(100);
    }

    @Test
    void opensAnAccountThatAsksBeforeItIsKnown() {
        var stranger = "A" + ids.next();
        probe.send(TASKS, stranger, Events.asked(ask, funds, stranger, 1));

        probe.awaitOne(PAYOUTS, FundsDeclined.class, event -> event.getAskId().equals(ask));
        probe.sendTwice(Events.ACCOUNTS, stranger, Events.opened(stranger, AccountKind.REQUESTER));
        assertThat(books.available(stranger)).isZero();
    }

    @Test
    void depositsAReferenceOnce() {
        var reference = ids.next();
        var first = deposit("2.50", reference);
        var again = deposit("2.50", reference);
        var other = deposit("2.51", reference);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().path("type").asString()).isEqualTo("/problems/reference-taken");
        assertThat(books.available(requester)).isEqualTo(350);
    }

    @Test
    void refusesDepositsThatCannotBe() {
        assertThat(deposit("0.005", ids.next()).status()).isEqualTo(422);
        assertThat(deposit("-1", ids.next()).status()).isEqualTo(422);
        assertThat(deposit("0", ids.next()).status()).isEqualTo(422);
        assertThat(deposit("99999999999999999999", ids.next()).status()).isEqualTo(422);
        assertThat(api.post(
                                operator(),
                                "/v1/operator/deposits",
                                Map.of("accountId", "ANOBODY", "amount", "1", "reference", ids.next()))
                        .status())
                .isEqualTo(404);
        assertThat(api.post(
                                Tokens.requester(requester, "payout-service"),
                                "/v1/operator/deposits",
                                Map.of("accountId", requester, "amount", "1", "reference", ids.next()))
                        .status())
                .isEqualTo(403);
        assertThat(books.available(requester)).isEqualTo(100);
    }

    @Test
    void refusesToChangeWhatIsWritten() {
        assertThatThrownBy(() -> jdbc.update("UPDATE transfer SET amount = amount + 1"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.update("DELETE FROM transfer")).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.execute("TRUNCATE transfer")).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.update("UPDATE balance SET amount = amount + 1"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.update("UPDATE hold SET remaining = remaining + 1"))
                .isInstanceOf(DataAccessException.class);
        assertThat(books.faults()).isZero();
    }

    @Test
    void findsAPlantedCent() {
        var before = api.get(operator(), "/v1/operator/ledger").json().path("check");
        assertThat(before.path("storedEqualsRecomputed").asBoolean()).isTrue();
        assertThat(before.path("sumsToZero").asBoolean()).isTrue();

        plant(1);
        var planted = api.get(operator(), "/v1/operator/ledger").json().path("check");
        plant(-1);

        assertThat(planted.path("storedEqualsRecomputed").asBoolean()).isFalse();
        assertThat(planted.path("differences").toString()).contains("available:" + requester);
    }

    private void plant(long cents) {
        jdbc.execute("ALTER TABLE balance DISABLE TRIGGER balance_derived");
        jdbc.update("UPDATE balance SET amount = amount + ? WHERE account_id = ?", cents, "available:" + requester);
        jdbc.execute("ALTER TABLE balance ENABLE TRIGGER balance_derived");
    }

    private String balance() {
        return api.get(Tokens.requester(requester, "payout-service"), "/v1/account/balance")
                .text();
    }

    private TestApi.Answer deposit(String amount, String reference) {
        return api.post(
                operator(),
                "/v1/operator/deposits",
                Map.of("accountId", requester, "amount", amount, "reference", reference));
    }

    private static String operator() {
        return Tokens.operator("AOPERATOR", "payout-service");
    }

    /** Everything sent so far has been applied once a question sent after it is answered. */
    private void settle() {
        var last = ids.next();
        probe.send(TASKS, requester, Events.asked(last, last, requester, 1_000_000));
        probe.awaitOne(PAYOUTS, FundsDeclined.class, event -> event.getAskId().equals(last));
    }
}
