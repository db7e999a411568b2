package io.kempelen.benchmarks.torture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds against each other what was done, what the topics say and what the ledger says, assignment by assignment. */
final class Judgement {

    private final Deed deed;
    private final Heard heard;
    private final Booked booked;
    private final List<Line> lines = new ArrayList<>();

    private Judgement(Deed deed, Heard heard, Booked booked) {
        this.deed = deed;
        this.heard = heard;
        this.booked = booked;
    }

    static List<Line> of(Deed deed, Heard heard, Booked booked, Plumbing plumbing) {
        var judgement = new Judgement(deed, heard, booked);
        judgement.asked();
        judgement.lost();
        judgement.paid();
        judgement.ledger();
        judgement.waiting(plumbing);
        return List.copyOf(judgement.lines);
    }

    private void asked() {
        var aim = deed.aim();
        same(
                "submissions asked for = answered with success",
                aim.submissions(),
                deed.answered().size());
        same("kills asked for = done", aim.kills(), deed.kills().size());
        none(
                "kills with fewer than " + aim.inFlight() + " submissions in flight",
                deed.kills().stream()
                        .filter(kill -> kill.inFlight() < aim.inFlight())
                        .map(kill -> kill.line(aim.kills(), aim.submissions()))
                        .toList());
        none(
                "kills whose victim did not come back",
                deed.kills().stream()
                        .filter(kill -> kill.backAfterSeconds() < 0)
                        .map(kill -> kill.line(aim.kills(), aim.submissions()))
                        .toList());
    }

    private void lost() {
        int answered = deed.answered().size();
        var submitted = heard.of(Heard.Type.SUBMITTED);
        var lost = deed.answered().stream()
                .filter(id -> submitted.getOrDefault(id, 0) != 1)
                .toList();
        add("answered with success = AssignmentSubmitted, once each", answered, answered - lost.size(), lost);
        var undecided = deed.answered().stream().filter(id -> verdicts(id) != 1).toList();
        add(
                "answered with success = approved or rejected, once each",
                answered,
                answered - undecided.size(),
                undecided);
    }

    private int verdicts(String id) {
        return heard.of(Heard.Type.APPROVED).getOrDefault(id, 0)
                + heard.of(Heard.Type.REJECTED).getOrDefault(id, 0);
    }

    private void paid() {
        var approved = heard.of(Heard.Type.APPROVED).keySet();
        var paid = heard.of(Heard.Type.PAID);
        equal("approved = RewardPaid, by the topics", approved, paid.keySet());
        none("RewardPaid twice for one assignment", several(paid));
        var mine = new TreeSet<>(deed.answered());
        mine.retainAll(approved);
        equal("approved = rewards in the ledger", mine, withoutOthers(booked.rewards()));
        none("rewards moved twice for one assignment", moreThanOne(booked.rewards()));
        equal("approved = fees in the ledger", mine, withoutOthers(booked.fees()));
        none("fees moved twice for one assignment", moreThanOne(booked.fees()));
        cents("cents of rewards approved = moved in the ledger", mine, deed.rewardCents(), booked.rewards());
        cents("cents of fees due = moved in the ledger", mine, deed.feeCents(), booked.fees());
    }

    /** Other work that was approved may have been worth nothing; money for what was never approved is not left out. */
    private Set<String> withoutOthers(Map<String, List<Long>> moved) {
        var approved = heard.of(Heard.Type.APPROVED);
        return moved.keySet().stream()
                .filter(id -> deed.answered().contains(id) || !approved.containsKey(id))
                .collect(Collectors.toSet());
    }

    private void cents(String what, Collection<String> approved, long each, Map<String, List<Long>> moved) {
        var wrong = approved.stream()
                .filter(id -> sum(moved, id) != each)
                .map(id -> id + ": " + moved.getOrDefault(id, List.of()) + " cents, not " + each)
                .toList();
        add(
                what,
                approved.size() * each,
                approved.stream().mapToLong(id -> sum(moved, id)).sum(),
                wrong);
    }

    private static long sum(Map<String, List<Long>> moved, String id) {
        return moved.getOrDefault(id, List.of()).stream()
                .mapToLong(cents -> cents)
                .sum();
    }

    private void ledger() {
        booked.sums().forEach((currency, sum) -> same("all accounts together, " + currency + " cents", 0, sum));
        none("balances that are not the sum of their transfers", booked.differing());
    }

    private void waiting(Plumbing plumbing) {
        same("events that are not sent", 0, plumbing.unsent());
        same("records that could not be applied", 0, plumbing.parked());
        same("dead letters", 0, plumbing.deadLetters());
    }

    private static List<String> several(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 1)
                .map(count -> count.getKey() + ": " + count.getValue() + " times")
                .toList();
    }

    private static List<String> moreThanOne(Map<String, List<Long>> moved) {
        return moved.entrySet().stream()
                .filter(one -> one.getValue().size() > 1)
                .map(one -> one.getKey() + ": " + one.getValue())
                .toList();
    }

    /** The same assignments on both sides, not only as many. */
    private void equal(String what, Set<String> expected, Set<String> found) {
        var differences = new ArrayList<String>();
        var missing = new TreeSet<>(expected);
        missing.removeAll(found);
        var invented = new TreeSet<>(found);
        invented.removeAll(expected);
        missing.forEach(id -> differences.add(id + ": only on the left"));
        invented.forEach(id -> differences.add(id + ": only on the right"));
        add(what, expected.size(), found.size(), differences);
    }

    private void same(String what, long expected, long found) {
        lines.add(Line.same(what, expected, found));
    }

    private void none(String what, Collection<String> all) {
        lines.add(Line.none(what, all));
    }

    private void add(String what, long expected, long found, List<String> differences) {
        lines.add(new Line(
                what, expected, found, differences.stream().limit(Line.SHOWN).toList()));
    }
}
