package io.kempelen.payout.withdrawal.rail.iso20022;

import io.kempelen.payout.withdrawal.rail.Answer;

/** What a payment status code means for a payout. */
final class Status {

    private Status() {}

    static Answer answer(String code, String reason) {
        return switch (code) {
            case "ACSC", "ACCC" -> new Answer.Paid();
            case "RJCT", "CANC" -> new Answer.Refused(reason.isEmpty() ? code + " the bank gives no reason" : reason);
            case "RCVD", "PDNG", "ACTC", "ACCP", "ACSP", "ACWC", "ACWP", "ACFC", "ACIS", "ACPD", "PATC", "PRES" ->
                new Answer.Accepted();
            default ->
                new Answer.Unknown(
                        "The bank reports the status " + Reason.clean(code) + ", which says nothing certain.");
        };
    }
}
