package io.kempelen.payout.withdrawal.rail.iso20022;

import io.kempelen.payout.withdrawal.rail.Answer;

/** What a payment status code means for a payout. */
final class Status {

    private Status() {}

    static Answer answer(String code, Reason reason) {
        return switch (code) {
            case "ACSC", "ACCC" -> new Answer.Paid();
            case "RJCT", "CANC" ->
                reason.isDuplicate() ? new Answer.Duplicate(reason.refused()) : new Answer.Refused(reason.refused());
            case "RCVD", "PDNG", "ACTC", "ACCP", "ACSP", "ACWC", "ACWP", "ACFC", "ACIS", "ACPD", "PATC", "PRES" ->
                new Answer.Accepted();
            default ->
                new Answer.Unknown("The bank reports "
                        + Reason.code(code).map(known -> "the status " + known).orElse("a status of its own")
                        + ", which says nothing certain.");
        };
    }
}
