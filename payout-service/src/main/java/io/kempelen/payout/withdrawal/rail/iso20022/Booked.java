package io.kempelen.payout.withdrawal.rail.iso20022;

import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import io.kempelen.payout.withdrawal.rail.Answer;
import io.kempelen.payout.withdrawal.rail.News;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A transaction of an account notification, in what all versions of camt.054 share.
 *
 * @param entry which one it is, for people
 * @param direction null if the file does not say
 * @param status null if the file does not say
 * @param amount null if the file gives only a sum of several
 * @param returned the reason if it is the return of a payment
 */
record Booked(
        int entry,
        @Nullable String endToEndId,
        @Nullable CreditDebitCode direction,
        @Nullable String status,
        @Nullable ActiveOrHistoricCurrencyAndAmount amount,
        boolean reversal,
        @Nullable Reason returned) {

    private static final Logger LOG = LoggerFactory.getLogger(Booked.class);
    private static final String BOOKED = "BOOK";

    /** Money that left is paid; money that came back is returned. Entries that are only foreseen say nothing. */
    Optional<News> news() {
        if (endToEndId == null || !OwnId.matches(endToEndId)) return Optional.empty();
        if (direction == null) throw missing("CdtDbtInd");
        if (status == null) throw missing("Sts");
        if (!status.equals(BOOKED)) return Optional.empty();
        return answer(direction).map(answer -> new News(new News.Subject.ById(endToEndId), answer, minorUnits()));
    }

    private Optional<Answer> answer(CreditDebitCode way) {
        var back = reversal || returned != null;
        if (way == CreditDebitCode.DBIT && !back) return Optional.of(new Answer.Paid());
        if (way == CreditDebitCode.CRDT && back) return Optional.of(new Answer.Returned(reason()));
        LOG.warn(
                "camt.054: entry {} of payout {} is neither a payment nor a return and was left out",
                entry,
                endToEndId);
        return Optional.empty();
    }

    private String reason() {
        return Optional.ofNullable(returned).orElse(Reason.NONE).returned();
    }

    private OptionalLong minorUnits() {
        return MinorUnits.of(amount, Camt054Format.NAME, "Amt in Ntry " + entry);
    }

    private RuntimeException missing(String element) {
        return BankXml.damaged(Camt054Format.NAME, "%s is missing in Ntry %d.".formatted(element, entry));
    }
}
