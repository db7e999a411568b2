package io.kempelen.task.funds;

import io.kempelen.task.funds.domain.Line;
import java.util.List;

/** What payout-service said to a question. */
sealed interface Answer {

    String askId();

    /** The money is held, at these fees. */
    record Held(String askId, List<Line> lines) implements Answer {}

    /** The money is not there. */
    record Declined(String askId, long required, long available) implements Answer {}
}
