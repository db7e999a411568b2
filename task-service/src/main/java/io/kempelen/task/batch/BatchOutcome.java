package io.kempelen.task.batch;

import io.kempelen.task.batch.domain.Batch;

/** What became of a file. */
sealed interface BatchOutcome {

    /** Its money is held; its tasks are published or will be in a moment. */
    record Funded(Batch batch) implements BatchOutcome {}

    /** The money is not there; nothing was kept. */
    record Declined(long required, long available, String currency) implements BatchOutcome {}

    /** The account's money is not what the project pays in; nothing was kept. */
    record OtherCurrency(String account, String project) implements BatchOutcome {}

    /** Nobody said in time whether the money is there; nothing was kept. */
    record NoAnswer() implements BatchOutcome {}
}
