package io.kempelen.assignment.lease.domain;

import io.kempelen.assignment.qualification.domain.Requirement;
import java.util.List;

/** What came of a worker's wish to take a place. */
public sealed interface AcceptOutcome {

    record Accepted(Lease lease) implements AcceptOutcome {}

    /** Why not. */
    sealed interface Refused extends AcceptOutcome {}

    record UnknownTask() implements Refused {}

    /** Requesters do not pay themselves. */
    record OwnTask() implements Refused {}

    record AccountSuspended() implements Refused {}

    record Blocked() implements Refused {}

    record AlreadyYours(String assignmentId) implements Refused {}

    record TaskClosed() implements Refused {}

    /** The reward could never be paid: an account has one currency. */
    record OtherCurrency(String reward, String account) implements Refused {}

    record NotQualified(List<Requirement> unmet) implements Refused {}

    record NoPlaceLeft() implements Refused {}
}
