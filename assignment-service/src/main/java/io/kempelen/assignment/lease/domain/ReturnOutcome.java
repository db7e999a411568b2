package io.kempelen.assignment.lease.domain;

import java.time.Instant;

/** What came of a worker's wish to give a place back. */
public sealed interface ReturnOutcome {

    record Returned(Lease lease) implements ReturnOutcome {}

    record AlreadyReturned() implements ReturnOutcome {}

    record AlreadySubmitted() implements ReturnOutcome {}

    record DeadlinePassed(Instant deadline) implements ReturnOutcome {}

    record UnknownAssignment() implements ReturnOutcome {}
}
