package io.kempelen.task.funds;

import io.kempelen.events.FundsDeclined;
import io.kempelen.events.FundsHeld;
import io.kempelen.messaging.inbox.Received;
import io.kempelen.task.funds.domain.Line;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is read of kempelen.payouts about questions for money; answers to other services' questions are not ours. */
@Component
public class FundsStreams {

    private final FundsService funds;

    FundsStreams(FundsService funds) {
        this.funds = funds;
    }

    /** Handles the answers among the events, in the transaction of the batch. */
    public void answers(List<Received> events) {
        var answers = new ArrayList<Answer>();
        for (var received : events) {
            switch (received.event()) {
                case FundsHeld held -> answers.add(new Answer.Held(held.getAskId(), lines(held)));
                case FundsDeclined declined ->
                    answers.add(new Answer.Declined(
                            declined.getAskId(),
                            declined.getRequired().getMinorUnits(),
                            declined.getAvailable().getMinorUnits()));
                default -> {} // rewards, bonuses, deposits and payouts answer no question
            }
        }
        funds.answered(answers);
    }

    private static List<Line> lines(FundsHeld held) {
        return held.getLines().stream()
                .map(line -> new Line(
                        line.getReward().getMinorUnits(),
                        line.getPlaces(),
                        line.getAssignmentsPerTask(),
                        line.getFee().getMinorUnits()))
                .toList();
    }
}
