package io.kempelen.payout.withdrawal.rail.nacha;

import io.kempelen.payout.withdrawal.rail.Answer;
import java.util.Map;

/** Why a bank sent an entry back, in our words. */
final class ReturnCode {

    private static final String DUPLICATE = "R24";

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("R01", "too little money in the account"),
            Map.entry("R02", "the account is closed"),
            Map.entry("R03", "no account has this number and name"),
            Map.entry("R04", "no account number looks like this"),
            Map.entry("R06", "the sending bank asked for it back"),
            Map.entry("R07", "the permission was withdrawn"),
            Map.entry("R08", "the payment was stopped"),
            Map.entry("R09", "the money in the account is not available yet"),
            Map.entry("R10", "the account's holder did not permit it"),
            Map.entry("R11", "it is not what the account's holder permitted"),
            Map.entry("R12", "the branch was sold to another bank"),
            Map.entry("R13", "no bank of this routing number takes payments"),
            Map.entry("R14", "the one who manages the account has died or cannot go on"),
            Map.entry("R15", "the account's holder has died"),
            Map.entry("R16", "the account is frozen"),
            Map.entry("R17", "a field is wrong or the entry looks suspicious"),
            Map.entry("R18", "the effective date is wrong"),
            Map.entry("R19", "the amount is wrong"),
            Map.entry("R20", "the account takes no transfers"),
            Map.entry("R21", "the company is unknown"),
            Map.entry("R22", "the receiver's id is unknown"),
            Map.entry("R23", "the receiver refused the money"),
            Map.entry(DUPLICATE, "it is a duplicate"),
            Map.entry("R25", "the addenda are wrong"),
            Map.entry("R26", "a field that must be filled is not"),
            Map.entry("R27", "the trace number is wrong"),
            Map.entry("R28", "the routing number's check digit is wrong"),
            Map.entry("R29", "the company that holds the account did not permit it"),
            Map.entry("R30", "the bank takes no truncated checks"),
            Map.entry("R31", "both banks agreed to send it back"),
            Map.entry("R32", "the bank cannot settle"),
            Map.entry("R33", "the bank sent a check back"),
            Map.entry("R34", "the bank may take no more payments"),
            Map.entry("R35", "the entry's kind is not permitted"));

    private ReturnCode() {}

    static Answer answer(String code) {
        return code.equals(DUPLICATE) ? new Answer.Duplicate(words(code)) : new Answer.Returned(words(code));
    }

    private static String words(String code) {
        return WORDS.containsKey(code) ? code + " " + WORDS.get(code) : "The bank sent it back (" + code + ").";
    }

    /** R61 to R77 are banks arguing about a return, in a layout of their own: the entry was sent back long before. */
    static boolean isDispute(String code) {
        var number = Integer.parseInt(code.substring(1));
        return number >= 61 && number <= 77;
    }
}
