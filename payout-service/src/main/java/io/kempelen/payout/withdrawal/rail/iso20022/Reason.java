package io.kempelen.payout.withdrawal.rail.iso20022;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a bank did not pay: its code, our words for it, and what the bank adds. */
final class Reason {

    private static final int LONGEST = 300;

    /** The codes that a payout meets, of the external code sets for status and return reasons. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("AC01", "the account number is wrong"),
            Map.entry("AC03", "the account number is wrong"),
            Map.entry("AC04", "the account is closed"),
            Map.entry("AC06", "the account is blocked"),
            Map.entry("AC13", "the account cannot take this kind of payment"),
            Map.entry("AC14", "the account cannot take this kind of payment"),
            Map.entry("AG01", "the account takes no credit transfers"),
            Map.entry("AG02", "the bank does not take this kind of payment"),
            Map.entry("AM02", "the amount is more than the bank sends"),
            Map.entry("AM04", "the paying account has too little money"),
            Map.entry("AM05", "the bank takes it for a duplicate"),
            Map.entry("AM09", "the amount is wrong"),
            Map.entry("BE01", "name and account do not belong together"),
            Map.entry("BE04", "the address of the receiver is missing"),
            Map.entry("BE05", "the bank does not know the payer"),
            Map.entry("BE06", "the bank does not know the receiver"),
            Map.entry("CNOR", "the receiver's bank is not reached this way"),
            Map.entry("CURR", "the account does not take this currency"),
            Map.entry("CUST", "the customer wished so"),
            Map.entry("DNOR", "the payer's bank is not reached this way"),
            Map.entry("DT01", "the date is wrong"),
            Map.entry("DUPL", "it was a duplicate"),
            Map.entry("ED05", "the settlement failed"),
            Map.entry("FF01", "the format is wrong"),
            Map.entry("FOCR", "it was called back"),
            Map.entry("FR01", "the bank suspects fraud"),
            Map.entry("MD07", "the receiver has died"),
            Map.entry("MS02", "the receiver refused it without a reason"),
            Map.entry("MS03", "the bank gives no reason"),
            Map.entry("NARR", "the bank gives the reason in words"),
            Map.entry("NOAS", "the receiver did not answer"),
            Map.entry("NOOR", "the original payment was not found"),
            Map.entry("RC01", "the BIC is wrong"),
            Map.entry("RR01", "law asks for the payer's account or id"),
            Map.entry("RR02", "law asks for the payer's name or address"),
            Map.entry("RR03", "law asks for the receiver's name or address"),
            Map.entry("RR04", "law forbids it"),
            Map.entry("TM01", "it came after the bank's closing time"));

    private Reason() {}

    /** Empty if the bank said nothing. */
    static String of(@Nullable String code, @Nullable String proprietary, List<String> added) {
        var given = code == null ? proprietary : code;
        var words = given == null ? "" : given + " " + WORDS.getOrDefault(given, "");
        return Stream.of(words, String.join(" ", added))
                .map(Reason::clean)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(": "));
    }

    /** Strangers' words are shown to people and kept in events: one line, and not for ever. */
    static String clean(String words) {
        return words.substring(0, Math.min(LONGEST, words.length()))
                .replaceAll("[\\p{C}\\s]+", " ")
                .strip();
    }
}
