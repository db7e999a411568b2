package io.kempelen.review.sitting;

import io.kempelen.review.answer.Answers;
import io.kempelen.review.answer.Verdicts;
import io.kempelen.review.answer.domain.Answer;
import io.kempelen.review.consensus.Tallies;
import io.kempelen.review.docket.Dockets;
import io.kempelen.review.docket.domain.Docket;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Opens sittings by locking dockets and closes them by writing all they decided. Both belong into one transaction of the
 * caller; a handful of statements serve a batch of any size.
 */
@Component
public class Sittings {

    private final Dockets dockets;
    private final Answers answers;
    private final Verdicts verdicts;
    private final Tallies tallies;
    private final ReviewPublisher publisher;
    private final InstantSource clock;

    Sittings(
            Dockets dockets,
            Answers answers,
            Verdicts verdicts,
            Tallies tallies,
            ReviewPublisher publisher,
            InstantSource clock) {
        this.dockets = dockets;
        this.answers = answers;
        this.verdicts = verdicts;
        this.tallies = tallies;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Locks the dockets of these tasks; those never heard of are opened. */
    public Sitting open(Map<String, Docket> wanted) {
        return new Sitting(dockets.lock(wanted), clock.instant());
    }

    /** Locks the dockets of answers that are stored. */
    public Sitting open(Collection<Answer> stored) {
        var wanted = new LinkedHashMap<String, Docket>();
        for (var answer : stored) {
            wanted.put(answer.taskId(), Docket.open(answer.taskId(), answer.requesterId(), answer.batchId()));
        }
        return open(wanted);
    }

    /** Locks what nobody else holds. */
    public Sitting openFree(Collection<String> taskIds) {
        return new Sitting(dockets.lockFree(taskIds), clock.instant());
    }

    /** Decides about one more stretch of a task with too many answers for one transaction; false when there is none. */
    public boolean sweep() {
        var found = dockets.lockUnswept();
        if (found.isEmpty()) return false;
        var docket = found.get();
        var sitting = new Sitting(new LinkedHashMap<>(Map.of(docket.taskId(), docket)), clock.instant());
        long after = Optional.ofNullable(docket.sweepAfter()).orElse(0L);
        var stretch = answers.waitingAfter(docket.taskId(), after, Settlement.INLINE);
        stretch.forEach(sitting::judge);
        var reached =
                stretch.size() < Settlement.INLINE ? null : stretch.getLast().number();
        sitting.update(docket.taskId(), swept -> swept.sweep(reached));
        close(sitting);
        return true;
    }

    /** Settles what can be settled, then writes everything; returns the ids of the events. */
    public List<UUID> close(Sitting sitting) {
        tallies.count(sitting.votes().take());
        Settlement.settle(sitting, tallies::standings, answers::waiting);
        tallies.count(sitting.votes().take());
        if (!sitting.freshAnswers().isEmpty()) answers.saveAll(List.copyOf(sitting.freshAnswers()));
        verdicts.save(sitting.changedAnswers());
        dockets.save(sitting.changedDockets());
        return publisher.publish(sitting.news());
    }
}
