package io.kempelen.review.verdict;

import io.kempelen.review.answer.Answers;
import io.kempelen.review.answer.domain.Answer;
import io.kempelen.review.answer.domain.Verdict;
import io.kempelen.review.sitting.Sittings;
import java.time.InstantSource;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Approves answers that nobody decided about in time. Any replica may do it: a task that another one is busy with is skipped
 * and found again at the next look, decided or not.
 */
@Service
class DelayService {

    private static final int AT_ONCE = 500;

    private final Answers answers;
    private final Sittings sittings;
    private final InstantSource clock;

    DelayService(Answers answers, Sittings sittings, InstantSource clock) {
        this.answers = answers;
        this.sittings = sittings;
        this.clock = clock;
    }

    /** @return how many were approved */
    @Transactional
    public int approveDue() {
        var tasks = new TreeSet<>(answers.tasksDue(clock.instant(), AT_ONCE));
        if (tasks.isEmpty()) return 0;
        var sitting = sittings.openFree(tasks);
        if (sitting.taskIds().isEmpty()) return 0;
        var due = answers.due(sitting.taskIds(), sitting.now(), AT_ONCE);
        due.forEach(answer -> sitting.decide(answer, new Verdict.Approve(Answer.DecidedBy.DELAY, null)));
        sittings.close(sitting);
        return due.size();
    }

    /** @return whether there was a long decision to go on with */
    @Transactional
    public boolean sweep() {
        return sittings.sweep();
    }
}
