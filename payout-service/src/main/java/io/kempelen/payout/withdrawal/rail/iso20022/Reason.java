package io.kempelen.payout.withdrawal.rail.iso20022;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a bank did not pay: its codes, and our words for them. What it adds in words of its own is left out, for that may name people
 * and accounts, and reasons are kept in events for ever.
 */
record Reason(List<String> codes) {

    static final Reason NONE = new Reason(List.of());

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,4}");

    /** A code of the bank's own, unless it may be an account number. */
    private static final Pattern PROPRIETARY = Pattern.compile("(?!.*[0-9]{6})[A-Z0-9]{1,35}");

    /** The bank refused what it believes to have already: a file, an instruction or a payment. */
    private static final Set<String> DUPLICATE = Set.of("AM05", "DUPL", "DU01", "DU02", "DU03", "DU04", "DU05");

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
            Map.entry("DU01", "the bank takes the file for a duplicate"),
            Map.entry("DU02", "the bank takes the instruction for a duplicate"),
            Map.entry("DU03", "the bank takes it for a duplicate"),
            Map.entry("DU04", "the bank takes its end-to-end id for a duplicate"),
            Map.entry("DU05", "the bank takes its instruction id for a duplicate"),
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

    static Reason of(@Nullable String code, @Nullable String proprietary) {
        return new Reason(Stream.concat(known(code, CODE), known(proprietary, PROPRIETARY))
                .toList());
    }

    static Reason all(List<Reason> given) {
        return new Reason(
                given.stream().flatMap(one -> one.codes.stream()).distinct().toList());
    }

    /** If a code is one, for people. */
    static Optional<String> code(String given) {
        return known(given, CODE).findFirst();
    }

    boolean isDuplicate() {
        return codes.stream().anyMatch(DUPLICATE::contains);
    }

    /** The one to give where another holds all around: the inner, but a suspected duplicate is one whatever else is said. */
    Reason within(Reason outer) {
        return codes.isEmpty() || (outer.isDuplicate() && !isDuplicate()) ? outer : this;
    }

    /** Of a payment that did not leave. */
    String refused() {
        return words("The bank refused it");
    }

    /** Of a payment that came back. */
    String returned() {
        return words("The bank sent it back");
    }

    private String words(String otherwise) {
        if (codes.isEmpty()) return otherwise + " without a reason.";
        return codes.stream().map(spelled(otherwise)).collect(Collectors.joining("; "));
    }

    private static Function<String, String> spelled(String otherwise) {
        return code -> WORDS.containsKey(code) ? code + " " + WORDS.get(code) : otherwise + " (" + code + ").";
    }

    private static Stream<String> known(@Nullable String given, Pattern form) {
        return Stream.ofNullable(given).map(String::strip).filter(form.asMatchPredicate());
    }
}
