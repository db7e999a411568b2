package io.kempelen.acceptance.ledger;

import io.kempelen.acceptance.ledger.Book.Suspects;
import io.kempelen.acceptance.ledger.Difference.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;

/** Holds what one side says against what another does. */
final class Comparison {

    private Comparison() {}

    /** Where single movements, holds or rewards differ, even where the balances hide it. */
    static Suspects suspects(Reading<Sketch> reading) {
        var holds = differing(reading.transfers.holds(), reading.topics.holds());
        holds.or(differing(reading.transfers.holds(), reading.live.holds()));
        return new Suspects(
                differing(reading.transfers.moves(), reading.topics.moves()),
                holds,
                differing(reading.reviews.rewards(), reading.topics.rewards()));
    }

    private static BitSet differing(Sketch one, Sketch other) {
        return one.differing(other);
    }

    /** Account by account. */
    static void balances(Reading<?> reading, Differences into) {
        reading.figures.sorted().forEach((account, figure) -> {
            if (!figure.differs(account)) return;
            var stored = figure.live;
            into.add(
                    Kind.BALANCE,
                    account.id(),
                    Money.words(figure.transfers, account.currency()) + " " + account.currency()
                            + " by its transfers, "
                            + Money.words(figure.topics, account.currency()) + " by the topics, "
                            + (stored == null ? "none stored" : Money.words(stored, account.currency()) + " stored"));
        });
    }

    static void sums(List<Table> tables, Differences into) {
        for (var table : tables)
            if (table.sum() != 0)
                into.add(
                        Kind.SUM,
                        table.currency(),
                        "all accounts together hold " + Money.words(table.sum(), table.currency()) + " and not 0");
    }

    /** What a second reading of the suspects has found. */
    static void details(Reading<Details> reading, Differences into) {
        apart(
                Kind.TRANSFER,
                reading.topics.moves(),
                "no transfer does it",
                reading.transfers.moves(),
                "no event says it",
                into);
        apart(Kind.REWARD, reading.reviews.rewards(), "not paid", reading.topics.rewards(), "never approved", into);
        holds(reading, into);
    }

    private static void apart(
            Kind kind, Details one, String onlyOne, Details other, String onlyOther, Differences into) {
        var subjects = new TreeSet<>(one.subjects());
        subjects.addAll(other.subjects());
        for (var subject : subjects) {
            var words = new ArrayList<String>();
            surplus(subject, one, other, onlyOne, words);
            surplus(subject, other, one, onlyOther, words);
            if (!words.isEmpty()) into.add(kind, subject, String.join("; ", words));
        }
    }

    private static void surplus(String subject, Details more, Details less, String verdict, List<String> words) {
        for (var key : more.keys(subject)) {
            var entry = more.entry(subject, key);
            long others = less.entry(subject, key).amount();
            if (entry.amount() <= others) continue;
            var count = others == 0 ? verdict : entry.amount() + " times instead of " + others;
            words.add(key + " (" + entry.place() + "): " + count);
        }
    }

    private static void holds(Reading<Details> reading, Differences into) {
        var transfers = reading.transfers.holds();
        var topics = reading.topics.holds();
        var live = reading.live.holds();
        var subjects = new TreeSet<>(transfers.subjects());
        subjects.addAll(topics.subjects());
        subjects.addAll(live.subjects());
        for (var subject : subjects) {
            var keys = new TreeSet<>(transfers.keys(subject));
            keys.addAll(topics.keys(subject));
            keys.addAll(live.keys(subject));
            for (var key : keys) {
                long moved = transfers.entry(subject, key).amount();
                long told = topics.entry(subject, key).amount();
                long left = live.entry(subject, key).amount();
                if (moved != told || moved != left)
                    into.add(Kind.HOLD, subject, words(key.substring(0, key.indexOf(' ')), moved, told, left));
            }
        }
    }

    private static String words(String currency, long transfers, long topics, long live) {
        return Money.words(transfers, currency) + " " + currency + " left by its transfers, "
                + Money.words(topics, currency) + " by the topics, " + Money.words(live, currency) + " stored";
    }
}
