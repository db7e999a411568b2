package io.kempelen.task.task;

import io.kempelen.task.task.domain.Status;
import io.kempelen.task.task.domain.Task;

/** What became of a request about a task: done, or one of the refusals. */
public sealed interface TaskOutcome {

    /** Done; the task as it is now. */
    record Done(Task task) implements TaskOutcome {}

    /** Unknown, or somebody else's. */
    record NotFound(String taskId) implements TaskOutcome {}

    /** Not possible in the state the task is in. */
    record WrongStatus(Task task, Status status) implements TaskOutcome {}

    /** Submitted answers are not decided yet. */
    record Undecided(Task task) implements TaskOutcome {}

    /** A task may not grow from fewer than ten places to ten or more; those that replace rejected answers do not count. */
    record IntoTens(Task task, int bought) implements TaskOutcome {}

    /** More places than a task can have. */
    record TooManyPlaces(Task task) implements TaskOutcome {}

    /** The task is being closed or opened at this moment. */
    record NotYet() implements TaskOutcome {}

    /** The request token was used within the last day. */
    record TokenUsed(String subjectId) implements TaskOutcome {}

    /** The money is not there. */
    record Declined(long required, long available, String currency) implements TaskOutcome {}

    /** The account's money is not what the task pays in. */
    record OtherCurrency(String account, String task) implements TaskOutcome {}

    /** Nobody said in time whether the money is there; nothing has happened and the same request may be made again. */
    record NoAnswer() implements TaskOutcome {}
}
