package io.kempelen.task.task;

import io.kempelen.task.funds.FundsService;
import io.kempelen.task.funds.domain.Ask;
import io.kempelen.task.funds.domain.Line;
import io.kempelen.task.task.domain.Growth;
import io.kempelen.task.task.domain.Task;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks for the money of the answers that review-service wants, once per want. */
@Service
class WantService {

    private final Wants wants;
    private final FundsService funds;
    private final InstantSource clock;

    WantService(Wants wants, FundsService funds, InstantSource clock) {
        this.wants = wants;
        this.funds = funds;
        this.clock = clock;
    }

    /**
     * A closed task gets no more answers, and none grows into the dearer fee: such a want is kept as refused. What replaces a
     * rejected answer costs what the task's places cost when they were bought, for that is what will be paid out of it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void want(Wants.Want want, Map<String, Task> tasks) {
        if (!wants.keep(want)) return;
        var task = tasks.get(want.taskId());
        if (task == null || task.state() != Task.State.PUBLISHED || task.over(clock.instant())) return;
        int bought = task.places() - wants.replacements(task.taskId());
        if (want.reason() != Growth.REJECTED && Task.growsDearer(bought, growth(want))) return;
        var line = Line.asked(task.reward(), want.count(), bought);
        var ask = funds.askPatiently(new FundsService.Wish(
                Ask.Purpose.REPLACEMENT,
                task.requesterId(),
                task.fundsId(),
                task.taskId(),
                want.count(),
                null,
                task.currency(),
                List.of(line)));
        wants.asked(want.wantId(), ask.askId());
        tasks.put(task.taskId(), task.wanting(want.count()));
    }

    /** With what is being asked for already; places for rejected answers make nothing dearer. */
    private long growth(Wants.Want want) {
        return wants.growth(want.taskId()) + funds.openPlaces(want.taskId(), Ask.Purpose.EXTENSION) + want.count();
    }
}
