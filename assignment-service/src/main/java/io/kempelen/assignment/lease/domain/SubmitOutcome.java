package io.kempelen.assignment.lease.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of an answer: the first in time is news, the rest are answers to the caller. */
public sealed interface SubmitOutcome {

    record Submitted(Lease lease) implements SubmitOutcome {}

    /** The very answer that was given before: a client's retry. */
    record Repeated(Lease lease) implements SubmitOutcome {}

    /** Why it does not count. */
    sealed interface Refused extends SubmitOutcome {}

    record DeadlinePassed(Instant deadline) implements Refused {}

    record AlreadySubmitted(@Nullable Instant submittedAt) implements Refused {}

    record WasReturned() implements Refused {}

    record UnknownAssignment() implements Refused {}
}
