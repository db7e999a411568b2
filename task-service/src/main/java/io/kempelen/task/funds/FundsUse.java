package io.kempelen.task.funds;

import io.kempelen.task.funds.domain.Ask;
import io.kempelen.task.funds.domain.Line;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done with the answer to a question for money, in the transaction that decides the question. */
public interface FundsUse {

    Set<Ask.Purpose> purposes();

    /** The money is held. Returns the id of the event that tells of it, if one does. */
    @Nullable
    UUID held(Ask ask, List<Line> lines);

    /** The money is not there, or nobody waits for it any more: nothing of the request may stay. */
    void refused(Ask ask);
}
