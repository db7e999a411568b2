package io.kempelen.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import io.kempelen.payout.hold.HoldService;
import io.kempelen.payout.hold.domain.Ask;
import io.kempelen.payout.hold.domain.Facts;
import io.kempelen.payout.hold.domain.Line;
import io.kempelen.payout.hold.domain.Settlement;
import io.kempelen.payout.hold.domain.Settlement.Assignment;
import io.kempelen.payout.hold.domain.Settlement.Price;
import io.kempelen.payout.hold.domain.Withdrawal;
import io.kempelen.payout.ledger.Ledger;
import io.kempelen.payout.ledger.domain.Cause;
import io.kempelen.payout.ledger.domain.LedgerAccount;
import io.kempelen.payout.ledger.domain.Transfer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A random story of questions, withdrawals, approvals, rejections, closings, told twice, shuffled, cut into batches and applied
 * by four threads at once while bonuses are paid and wallets emptied: the end is the one that the story has, whatever the order.
 */
@KempelenTest
class InterleavingsIT {

    private static final long DEPOSIT = 1_000_000;
    private static final Price PRICE = new Price(5, 1, "USD");

    @Autowired
    private HoldService holds;

    @Autowired
    private Ledger ledger;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private TestApi api;

    private final Ids ids = new Ids();
    private final Books books;

    InterleavingsIT(@Autowired JdbcTemplate jdbc) {
        this.books = new Books(jdbc);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void endAlike(long seed) {
        var random = new Random(seed);
        var story = new Story(random);
        story.requesters.forEach(this::deposit);
        var facts = new ArrayList<>(story.facts);
        facts.addAll(story.facts);
        Collections.shuffle(facts, random);

        apply(batches(facts, random), story);

        for (int i = 0; i < story.requesters.size(); i++) {
            var requester = story.requesters.get(i);
            assertThat(books.available(requester)).isEqualTo(DEPOSIT - story.spent[i] - story.bonuses);
            assertThat(books.escrow(requester)).isZero();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> paid(story, "NOT IN ('PAID', 'FAILED')") == 0);
        var left = story.workers.stream().mapToLong(books::earnings).sum();
        assertThat(left + paid(story, "= 'PAID'")).isEqualTo(story.earned + story.requesters.size() * story.bonuses);
        assertThat(books.faults()).isZero();
        assertThat(story.requesters)
                .allSatisfy(requester -> assertThat(books.number(
                                "SELECT count(*) FROM settlement WHERE requester_id = ? AND settled_at IS NULL",
                                requester))
                        .isZero());
    }

    private void apply(List<Facts> batches, Story story) {
        try (var threads = Executors.newFixedThreadPool(5)) {
            var work = new ArrayList<>(batches.stream()
                    .map(batch -> threads.submit(() -> inTransaction(() -> holds.apply(batch))))
                    .toList());
            story.requesters.forEach(requester -> IntStream.range(0, (int) story.bonuses)
                    .forEach(n -> work.add(threads.submit(() -> inTransaction(() -> bonus(requester, story))))));
            story.workers.forEach(worker -> IntStream.rangeClosed(1, 13)
                    .forEach(cents -> work.add(threads.submit(() -> withdraw(worker, cents)))));
            work.forEach(one -> Statuses.of(one));
        }
    }

    /** Some of these fail, because there is too little yet or because the sandbox's rail does not like 13. */
    private int withdraw(String worker, int cents) {
        var amount = Map.of("amount", "0.%02d".formatted(cents));
        var status = api.post(Tokens.worker(worker, "payout-service"), "/v1/worker/payouts", amount)
                .status();
        assertThat(status).isIn(201, 402);
        return status;
    }

    /** Minor units of payouts in such states. */
    private long paid(Story story, String states) {
        return story.workers.stream()
                .mapToLong(worker -> books.number(
                        "SELECT coalesce(sum(amount), 0) FROM payout WHERE worker_id = ? AND state " + states, worker))
                .sum();
    }

    private int inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
        return 0;
    }

    private void deposit(String requester) {
        var to = LedgerAccount.available(requester, "USD");
        inTransaction(() -> ledger.post(
                List.of(Transfer.of(Cause.DEPOSIT, ids.next(), LedgerAccount.deposits("USD"), to, DEPOSIT))));
    }

    private void bonus(String requester, Story story) {
        ledger.lockAvailable(List.of(requester));
        var from = LedgerAccount.available(requester, "USD");
        var to = LedgerAccount.earnings(story.workers.getFirst(), "USD");
        ledger.post(List.of(Transfer.of(Cause.BONUS, ids.next(), from, to, 1)));
    }

    private static List<Facts> batches(List<Object> facts, Random random) {
        var batches = new ArrayList<Facts>();
        for (int from = 0; from < facts.size(); ) {
            var to = Math.min(facts.size(), from + 1 + random.nextInt(40));
            batches.add(batch(facts.subList(from, to)));
            from = to;
        }
        return batches;
    }

    private static Facts batch(List<Object> facts) {
        return new Facts(of(facts, Ask.class), of(facts, Withdrawal.class), of(facts, Settlement.class));
    }

    private static <T> List<T> of(List<Object> facts, Class<T> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What happens, and what must come of it. */
    private final class Story {

        final List<String> requesters =
                IntStream.range(0, 3).mapToObj(i -> "A" + ids.next()).toList();
        final List<String> workers =
                IntStream.range(0, 7).mapToObj(i -> "A" + ids.next()).toList();
        final List<Object> facts = new ArrayList<>();
        final long[] spent = new long[3];
        final long bonuses = 25;
        long earned;

        Story(Random random) {
            for (int task = 0; task < 60; task++) {
                var who = random.nextInt(requesters.size());
                if (random.nextInt(4) == 0) withdrawn(requesters.get(who));
                else if (random.nextInt(6) == 0) tooDear(requesters.get(who));
                else worked(who, 1 + random.nextInt(12), random);
            }
        }

        private void withdrawn(String requester) {
            var funds = ids.next();
            facts.add(ask(funds, requester, 3));
            facts.add(new Withdrawal("ask" + funds, funds, requester));
        }

        private void tooDear(String requester) {
            facts.add(ask(ids.next(), requester, 10_000_000));
        }

        private void worked(int who, int places, Random random) {
            var funds = ids.next();
            var requester = requesters.get(who);
            facts.add(ask(funds, requester, places));
            var untaken = 0;
            for (int place = 0; place < places; place++) {
                var worker = workers.get(random.nextInt(workers.size()));
                var work = new Assignment(ids.next(), funds, null, worker, requester);
                switch (random.nextInt(5)) {
                    case 0 -> facts.add(Settlement.rejected(work, funds, PRICE));
                    case 1 -> facts.add(Settlement.givenBack(work, funds, PRICE));
                    case 2 -> untaken++;
                    default -> {
                        facts.add(Settlement.approved(work, funds, PRICE, false));
                        spent[who] += 6;
                        earned += 5;
                    }
                }
            }
            if (untaken > 0) facts.add(Settlement.neverTaken(funds, 1, requester, funds, PRICE, untaken));
        }

        private Ask ask(String funds, String requester, int places) {
            return new Ask("ask" + funds, funds, requester, "USD", List.of(new Line(5, places, 3)));
        }
    }
}
