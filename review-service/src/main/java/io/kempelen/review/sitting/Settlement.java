package io.kempelen.review.sitting;

import io.kempelen.review.answer.domain.Answer;
import io.kempelen.review.consensus.domain.Label;
import io.kempelen.review.consensus.domain.Majority;
import io.kempelen.review.consensus.domain.Standing;
import io.kempelen.review.docket.domain.Docket;
import io.kempelen.review.docket.domain.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the results that a sitting's answers and changes made certain, and judges the answers that waited for them. Pure but
 * for the two questions it asks: how votes stand, and who waits.
 */
final class Settlement {

    /** Past this many answers, those already there are judged in stretches, each in a transaction of its own. */
    static final int INLINE = 500;

    private final Sitting sitting;
    private final Function<Collection<String>, Map<String, Standing>> standings;
    private final Function<Collection<String>, List<Answer>> waiting;

    private Settlement(
            Sitting sitting,
            Function<Collection<String>, Map<String, Standing>> standings,
            Function<Collection<String>, List<Answer>> waiting) {
        this.sitting = sitting;
        this.standings = standings;
        this.waiting = waiting;
    }

    static void settle(
            Sitting sitting,
            Function<Collection<String>, Map<String, Standing>> standings,
            Function<Collection<String>, List<Answer>> waiting) {
        new Settlement(sitting, standings, waiting).settle();
    }

    private void settle() {
        var unsure = sitting.takeUnsure();
        judgeWaiting(decide(unsure));
        for (var docket : unsure) {
            if (sitting.docket(docket.taskId()).finalShareUntold()) sitting.tell(docket.taskId());
        }
    }

    private Set<String> decide(List<Docket> unsure) {
        var open = unsure.stream()
                .filter(docket -> docket.countsVotes() && !docket.settled())
                .toList();
        var votes = standings.apply(open.stream().map(Docket::taskId).toList());
        var settled = new HashSet<String>();
        for (var docket : open) {
            switch (Majority.of(docket, votes.getOrDefault(docket.taskId(), Standing.EMPTY))) {
                case Majority.Outcome.Decided decided -> {
                    find(docket, decided.label(), decided.lead());
                    settled.add(docket.taskId());
                }
                case Majority.Outcome.Tied ignored -> {}
                case Majority.Outcome.Open ignored -> {}
            }
        }
        return settled;
    }

    private void find(Docket docket, Label label, int lead) {
        var before = docket.finding();
        int told = before != null && before.labelHash().equals(label.hash()) ? before.told() : 0;
        int heard = docket.counts().voted() + docket.counts().outvoted();
        var finding = new Finding(label.hash(), label.json(), lead, heard, told, docket.lastNumber(), sitting.now());
        sitting.update(docket.taskId(), found -> found.find(finding));
        if (told == 0) sitting.tell(docket.taskId());
    }

    private void judgeWaiting(Set<String> settled) {
        var few = new ArrayList<String>();
        for (var taskId : settled) {
            if (sitting.docket(taskId).counts().answered() <= INLINE) few.add(taskId);
            else sitting.update(taskId, docket -> docket.sweep(0L));
        }
        if (!few.isEmpty()) waiting.apply(few).forEach(sitting::judge);
        for (var answer : List.copyOf(sitting.freshAnswers())) {
            if (settled.contains(answer.taskId())) sitting.judge(answer);
        }
    }
}
